namespace Jirani.Web.Simulator.Graph;

internal static class GraphRegistration
{
    private const int LargestBody = 1024 * 1024;

    public static void AddGraphEmulator(this IServiceCollection services)
    {
        services.AddSingleton<GraphLedger>();
        services.AddSingleton<SendingLimits>();
        services.AddSingleton<ServiceWindows>();
        services.AddSingleton<FaultScript>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<StatusQueue>();
        services.AddSingleton<StatusPlan>();
        services.AddSingleton<AcceptedMessages>();
        services.AddSingleton<FaultyAnswer>();
        services.AddSingleton<MessageGate>();
        services.AddSingleton<GraphEmulator>();
        services.AddHostedService<StatusWorker>();
    }

    public static void MapGraphEmulator(this IEndpointRouteBuilder routes)
    {
        var graph = routes.MapGroup("/simulator/graph").AllowAnonymous().ExcludeFromDescription();
        graph.MapGet("/ledger", (string? phone_number_id, string? to, GraphLedger ledger) => ledger.Read(phone_number_id, to));
        graph.MapDelete("/ledger", (GraphLedger ledger) => ledger.Clear());
        graph.MapPost("/faults", (FaultRequest request, FaultScript script) => script.Add(request));
        graph.MapPost("/windows", (WindowRequest request, ServiceWindows windows) =>
            windows.Remember(request.PhoneNumberId, request.Customer, request.LastMessageAt));
        graph.MapPost("/v{version}/{phoneNumberId}/messages", (string phoneNumberId, GraphEmulator emulator, HttpContext context) =>
                emulator.SendAsync(phoneNumberId, context, context.RequestAborted))
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        graph.MapGet("/v{version}/debug_token", (string? input_token, GraphEmulator emulator, HttpContext context) =>
            emulator.ShowTokenAsync(input_token, context, context.RequestAborted));
        graph.MapPost("/v{version}/{businessAccountId}/subscribed_apps", (GraphEmulator emulator, HttpContext context) =>
            emulator.SubscribeAsync(context, context.RequestAborted));
        graph.MapGet("/v{version}/{phoneNumberId}", (string phoneNumberId, GraphEmulator emulator, HttpContext context) =>
            emulator.ShowNumberAsync(phoneNumberId, context, context.RequestAborted));
    }
}
