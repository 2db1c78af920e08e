using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Jirani.Web.Security;

/// <summary>How much one request may bring, and whom we believe about where it comes from.</summary>
internal static class FrontDoor
{
    private const string KnownProxies = "ForwardedHeaders:KnownProxies";
    private const int LargestBody = 4 * 1024 * 1024;

    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustOnly(options, Proxies(builder.Configuration)));
        builder.Services.AddProblemDetails();
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        if (Proxies(app.Configuration).Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseOriginGuard();
    }

    private static void TrustOnly(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }

    private static string[] Proxies(IConfiguration configuration) => configuration.GetSection(KnownProxies).Get<string[]>() ?? [];
}
