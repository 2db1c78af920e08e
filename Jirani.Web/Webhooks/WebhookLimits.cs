using System.Threading.RateLimiting;
using Jirani.Web.Security;

namespace Jirani.Web.Webhooks;

internal static class WebhookLimits
{
    public const string Handshake = "webhook handshake";

    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<WebhookCounters>()
        .AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Handshake, context => RateLimitPartition.GetFixedWindowLimiter(
                CallerNetwork.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
        });
}
