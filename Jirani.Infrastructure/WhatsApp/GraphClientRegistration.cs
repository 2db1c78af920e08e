using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.WhatsApp;

public static class GraphClientRegistration
{
    /// <summary>Registers <see cref="GraphClient"/> and its options. No resilience handler: a repeated POST would send twice.</summary>
    public static IServiceCollection AddGraphClient(this IServiceCollection services)
    {
        services.AddSettings<WhatsAppOptions>(WhatsAppOptions.Section);
        services.AddHttpClient<GraphClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>The client lives as long as the sender that holds it, so the connections are what follows changes of DNS.</summary>
    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
