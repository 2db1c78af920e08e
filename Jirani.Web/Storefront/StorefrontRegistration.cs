using System.Threading.RateLimiting;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Security;

namespace Jirani.Web.Storefront;

internal static class StorefrontRegistration
{
    public const string RateLimit = "storefront";
    private const int PagesAMinute = 300;

    public static void AddStorefront(this IServiceCollection services)
    {
        services.AddSingleton<PublicOrderQueries>();
        services.AddSingleton<PublicPaymentQueries>();
        services.AddSingleton<PayPages>();
        services.AddSingleton<FormPayments>();
        services.AddSingleton<JsonPayments>();
        services.AddRazorComponents();
        services.AddRateLimiter(options => options.AddPolicy(RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            CallerNetwork.Of(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PagesAMinute, Window = TimeSpan.FromMinutes(1) })));
    }
}
