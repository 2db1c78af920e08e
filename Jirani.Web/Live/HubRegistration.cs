using Microsoft.AspNetCore.Http.Connections;

namespace Jirani.Web.Live;

internal static class HubRegistration
{
    private const int LargestMessage = 32 * 1024;

    public static void AddDashboardHub(this IServiceCollection services)
    {
        services.AddSignalR().AddHubOptions<DashboardHub>(options => options.MaximumReceiveMessageSize = LargestMessage);
        services.AddSingleton<DashboardListeners>();
        services.AddHostedService<DashboardRecheck>();
    }

    /// <summary>Web sockets only: they hold no request open that a stopping server would wait for.</summary>
    public static void MapDashboardHub(this IEndpointRouteBuilder routes) => routes
        .MapHub<DashboardHub>("/hubs/dashboard", options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.CloseOnAuthenticationExpiration = true;
        })
        .RequireAuthorization();
}
