using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Jirani.Web.Security;

/// <summary>
/// A browser lets any site open a web socket to any other and adds the cookies it has, so circuits and hubs answer pages of this site
/// alone. Who sends no Origin is no browser's page, and has to bring a cookie of their own.
/// </summary>
internal static class OriginGuard
{
    private static readonly PathString[] _guarded = ["/hubs", "/_blazor"];

    public static void UseOriginGuard(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<IOptions<PublicSiteOptions>>().Value;
        app.Use((context, next) =>
        {
            if (!_guarded.Any(path => context.Request.Path.StartsWithSegments(path)) || IsOurs(context.Request, site))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    /// <summary>True for a page of this site, and for what is no browser's page.</summary>
    public static bool IsOurs(HttpRequest request, PublicSiteOptions site) =>
        StringValues.IsNullOrEmpty(request.Headers.Origin)
        || (Site(request.Headers.Origin.ToString()) is { } origin && (origin == Site(site.Address) || origin == Site($"{request.Scheme}://{request.Host}")));

    /// <summary>Null for what is no address, such as the origin "null" or two at once.</summary>
    private static string? Site(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null;
}
