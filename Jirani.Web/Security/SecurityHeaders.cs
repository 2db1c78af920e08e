namespace Jirani.Web.Security;

/// <summary>What every answer says to a browser. Only our own files run; public pages run nothing at all, but for the one that follows a payment.</summary>
internal static class SecurityHeaders
{
    /// <summary>MudBlazor styles by element and attribute, hence the one exception for styles.</summary>
    private const string Screens =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Pages =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string PayPage = Pages + "; script-src 'self'; connect-src 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = IsScreen(path) ? Screens : IsPaying(path) ? PayPage : Pages;
        // With no-referrer a browser says "Origin: null" of our own form, as it does of one that hides where it comes from.
        headers["Referrer-Policy"] = IsPaying(path) ? "same-origin" : "no-referrer";
        if (IsOfAnOrder(path))
        {
            headers["X-Robots-Tag"] = "noindex";
            headers.CacheControl = "no-store";
        }

        return next(context);
    });

    private static bool IsScreen(PathString path) => path.StartsWithSegments("/dashboard") || path.StartsWithSegments("/simulator");

    private static bool IsPaying(PathString path) =>
        path.StartsWithSegments("/api/payments/initiate")
        || (path.StartsWithSegments("/store", out var page) && page.Value?.TrimEnd('/').EndsWith("/pay", StringComparison.OrdinalIgnoreCase) is true);

    private static bool IsOfAnOrder(PathString path) => path.StartsWithSegments("/store") || path.StartsWithSegments("/api");
}
