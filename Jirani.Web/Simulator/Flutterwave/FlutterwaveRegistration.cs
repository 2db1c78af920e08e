using Microsoft.AspNetCore.Mvc;

namespace Jirani.Web.Simulator.Flutterwave;

internal static class FlutterwaveRegistration
{
    private const int LargestBody = 1024 * 1024;

    public static void AddFlutterwaveEmulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MoneyOptions>().BindConfiguration(MoneyOptions.Section).PostConfigure(options => Fill(options, configuration));
        services.AddSingleton<ChargeBook>();
        services.AddSingleton<PayerBook>();
        services.AddSingleton<RefundBook>();
        services.AddSingleton<IssuedTokens>();
        services.AddSingleton<ReplyCache>();
        services.AddSingleton<PaymentFaultScript>();
        services.AddSingleton<Autopilot>();
        services.AddSingleton<MoneyQueue>();
        services.AddSingleton<WebhookPlan>();
        services.AddSingleton<Prompts>();
        services.AddSingleton<PaymentWebhookSender>();
        services.AddSingleton<MoneyLedger>();
        services.AddSingleton<ReplyDelivery>();
        services.AddSingleton<FlutterwaveDoor>();
        services.AddSingleton<PayerCalls>();
        services.AddSingleton<ChargeCalls>();
        services.AddSingleton<RefundCalls>();
        services.AddSingleton<HostedCalls>();
        services.AddSingleton<MoneyControl>();
        services.AddSingleton(provider => new MoneyLine(
            provider.GetRequiredService<ChargeBook>(), provider.GetRequiredService<Prompts>(), provider.GetRequiredService<PaymentFaultScript>(),
            provider.GetRequiredService<Phone.PhoneBook>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<MoneyWorker>();
    }

    public static void MapFlutterwaveEmulator(this IEndpointRouteBuilder routes)
    {
        var flutterwave = routes.MapGroup("/simulator/flutterwave").AllowAnonymous().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        flutterwave.MapPost("/token", (FlutterwaveDoor door, HttpContext context) => door.IssueAsync(context));
        MapPayers(flutterwave);
        MapCharges(flutterwave);
        MapVersion3(flutterwave);
        flutterwave.MapPost("/checkout/{id}/{decision}", CheckoutAnswer.Take);
        flutterwave.MapGroup("/_control").MapControl();
    }

    private static void MapPayers(RouteGroupBuilder routes)
    {
        routes.MapPost("/customers", (FlutterwaveDoor door, PayerCalls calls, HttpContext context) => door.TakeAsync(context, calls.AddCustomer));
        routes.MapPost("/customers/search", (FlutterwaveDoor door, PayerCalls calls, HttpContext context) => door.TakeAsync(context, calls.SearchCustomers));
        routes.MapGet("/customers/{id}", (string id, FlutterwaveDoor door, PayerCalls calls, HttpContext context) =>
            door.ShowAsync(context, () => calls.ShowCustomer(id)));
        routes.MapPost("/payment-methods", (FlutterwaveDoor door, PayerCalls calls, HttpContext context) => door.TakeAsync(context, calls.AddMethod));
        routes.MapGet("/mobile-networks", (string? country, FlutterwaveDoor door, HttpContext context) =>
            door.ShowAsync(context, () => PayerCalls.ListNetworks(country)));
    }

    private static void MapCharges(RouteGroupBuilder routes)
    {
        routes.MapPost("/charges", (FlutterwaveDoor door, ChargeCalls calls, HttpContext context) =>
            door.TakeAsync(context, calls.Create, needsKeys: true));
        routes.MapGet("/charges", (string? reference, FlutterwaveDoor door, ChargeCalls calls, HttpContext context) =>
            door.ShowAsync(context, () => calls.List(reference)));
        routes.MapGet("/charges/{id}", (string id, FlutterwaveDoor door, ChargeCalls calls, HttpContext context) =>
            door.ShowAsync(context, () => calls.Show(id)));
        routes.MapPost("/refunds", (FlutterwaveDoor door, RefundCalls calls, HttpContext context) => door.TakeAsync(context, calls.Create));
        routes.MapGet("/refunds/{id}", (string id, FlutterwaveDoor door, RefundCalls calls, HttpContext context) =>
            door.ShowAsync(context, () => calls.Show(id)));
    }

    private static void MapVersion3(RouteGroupBuilder routes)
    {
        routes.MapPost("/v3/payments", (FlutterwaveDoor door, HostedCalls calls, HttpContext context) =>
            door.TakeV3Async(context, body => calls.Create(body, $"{context.Request.Scheme}://{context.Request.Host}")));
        routes.MapGet("/v3/transactions/verify_by_reference", (string? tx_ref, FlutterwaveDoor door, ChargeBook book, HttpContext context) =>
            door.TakeV3Async(context, _ => HostedCalls.Show(book.FindByReference(tx_ref ?? ""))));
        routes.MapGet("/v3/transactions/{id}/verify", (string id, FlutterwaveDoor door, ChargeBook book, HttpContext context) =>
            door.TakeV3Async(context, _ => HostedCalls.Show(book.Find(id))));
        routes.MapPost("/v3/transactions/{id}/refund", (string id, FlutterwaveDoor door, RefundCalls calls, HttpContext context) =>
            door.TakeV3Async(context, body => calls.CreateV3(id, body)));
    }

    private static void MapControl(this RouteGroupBuilder control)
    {
        control.MapGet("/prompts", (MoneyControl money) => money.Prompts());
        control.MapPost("/decisions", (DecisionRequest request, MoneyControl money) => money.Decide(request));
        control.MapGet("/faults", (PaymentFaultScript script) => script.Standing);
        control.MapPut("/faults", (PaymentFaults faults, PaymentFaultScript script) => { script.Standing = faults; });
        control.MapPost("/faults", (PaymentFaultRequest request, PaymentFaultScript script) => script.Add(request.Next));
        control.MapPut("/autopilot", (AutopilotRequest request, Autopilot autopilot) =>
            { autopilot.ApproveAfter = request.ApproveAfterMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null; });
        control.MapPost("/webhooks", (ClaimRequest request, MoneyControl money) => money.Claim(request));
        control.MapGet("/ledger", (string? reference, string? phone, MoneyLedger ledger) => ledger.Read(reference, phone));
        control.MapDelete("/ledger", (MoneyControl money) => money.Clear());
        control.MapDelete("/tokens", (IssuedTokens tokens) => tokens.Revoke());
    }

    private static void Fill(MoneyOptions options, IConfiguration configuration)
    {
        var site = OrElse(configuration["PUBLIC_SITE_URL"], SimulatorRegistration.DevelopmentSite);
        options.WebhookUrl ??= new Uri(site.TrimEnd('/') + "/webhooks/flutterwave");
        options.ClientId = OrElse(configuration["Flutterwave:ClientId"], "simulator-client");
        options.ClientSecret = OrElse(configuration["Flutterwave:ClientSecret"], "simulator-client-secret");
        options.WebhookSecret = OrElse(configuration["Flutterwave:WebhookSecret"], "jirani-development-webhook-secret");
        options.SignatureMode = OrElse(configuration["Flutterwave:SignatureMode"], "HmacSha256Base64");
    }

    private static string OrElse(string? value, string fallback) => string.IsNullOrEmpty(value) ? fallback : value;
}
