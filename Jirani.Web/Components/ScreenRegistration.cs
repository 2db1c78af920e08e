using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Catalogue;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Customers;
using Jirani.Infrastructure.Payments;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Orders;
using Jirani.Web.Components.Payments;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.SignalR;
using MudBlazor.Services;

namespace Jirani.Web.Components;

internal static class ScreenRegistration
{
    public static void AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options => options.AddFilter<CircuitLimit>());
        services.AddSingleton<CircuitCount>();
        services.AddSingleton<CircuitLimit>();
        services.AddMudServices();
        services.AddSingleton<StoreQueries>();
        services.AddSingleton<ConversationQueries>();
        services.AddSingleton<MessageQueries>();
        services.AddSingleton<WritableConversations>();
        services.AddSingleton<ConversationService>();
        services.AddSingleton<QuickReplyService>();
        services.AddSingleton<CustomerQueries>();
        services.AddSingleton<CustomerService>();
        services.AddSingleton<CartService>();
        services.AddSingleton<ProductQueries>();
        services.AddSingleton<PaymentQueries>();
        services.AddSingleton<BalanceQueries>();
        services.AddSingleton<PaymentExport>();
        services.AddSingleton<PaymentAskService>();
        services.AddSingleton<RefundService>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<CashService>();
        services.AddSingleton<ThemeStylesheet>();
        services.AddScoped<StoreSheets>();
        services.AddScoped<ActiveStore>();
        services.AddScoped<WaitingCount>();
    }

    public static void MapScreens(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dashboard", () => Results.LocalRedirect("/dashboard/whatsapp")).RequireAuthorization();
        routes.MapGet("/css/theme.css", async (ThemeStylesheet theme, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(await theme.TextAsync(), "text/css; charset=utf-8");
        });
        routes.MapPaymentExports();
        routes.MapOrderFiles();
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(CircuitPolicy.Guard);
    }
}
