using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Jirani.Web.Identity;

/// <summary>How long a sign-in lasts and who may carry it.</summary>
internal static class OwnerCookie
{
    private const string Began = "began";
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Harden(options.Cookie, "jirani", environment);
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = _idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = Remember;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = Refuse;
    }

    public static void Configure(AntiforgeryOptions options, IHostEnvironment environment) =>
        Harden(options.Cookie, "jirani-form", environment);

    /// <summary>The __Host- prefix has the browser refuse the cookie from any other host and without https. Development serves plain http.</summary>
    public static void Harden(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var isDevelopment = environment.IsDevelopment();
        cookie.Name = isDevelopment ? name : $"__Host-{name}";
        cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    private static Task Remember(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Began, Clock(context.HttpContext).ToString("O", CultureInfo.InvariantCulture));
        if (context.Principal?.Identity?.Name is { } email)
        {
            context.HttpContext.RequestServices.GetRequiredService<KnownBrowser>().Remember(context.HttpContext, email);
        }

        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsTooOld(context))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Sliding keeps a busy owner signed in; this ends it all the same.</summary>
    private static bool IsTooOld(CookieValidatePrincipalContext context) =>
        !context.Properties.Items.TryGetValue(Began, out var text)
        || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var began)
        || Clock(context.HttpContext) - began > _longest;

    /// <summary>Only a page sends its reader to the form; a program gets its answer.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.Path.StartsWithSegments("/dashboard"))
        {
            return Refuse(context);
        }

        // Not context.RedirectUri: it repeats whatever host the caller named.
        var request = context.Request;
        var asked = QueryString.Create(context.Options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
        context.Response.Redirect(context.Options.LoginPath + asked);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static DateTimeOffset Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
