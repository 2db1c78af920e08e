using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Flutterwave;

public static class FlutterwaveRegistration
{
    private const string Client = "flutterwave";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>The provider in the version that is set.</summary>
    public static IServiceCollection AddFlutterwave(this IServiceCollection services)
    {
        services.AddSettings<FlutterwaveOptions>(FlutterwaveOptions.Section);
        services.AddHttpClient(Client, http => http.Timeout = _patience)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<FlutterwaveCustomers>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<AccessTokens>(provider, Http(provider)))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<FlutterwaveHttp>(provider, Http(provider)))
            .AddSingleton<IPaymentGateway>(Gateway);
    }

    private static IPaymentGateway Gateway(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<FlutterwaveOptions>>().Value.Version == FlutterwaveVersion.V3
            ? ActivatorUtilities.CreateInstance<FlutterwaveV3>(provider, Http(provider))
            : ActivatorUtilities.CreateInstance<FlutterwaveV4>(provider);

    private static HttpClient Http(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client);

    /// <summary>The client lives as long as the app, so the connections are what follows changes of DNS.</summary>
    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
