using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Jirani.Web.Identity;

/// <summary>
/// Remembers, in the browser itself, that somebody signed in with it: such a browser has tries of its own, so that a stranger who
/// guesses a password keeps its owner out of no browser they use (a device cookie, OWASP, "Slow down online guessing attacks").
/// It lets nobody in.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();

    /// <returns>Which browser it is; null when this account was not signed in with it, or the cookie is not one of ours.</returns>
    public string? Find(HttpContext context, string email)
    {
        var account = AccountKey.Of(email);
        try
        {
            return context.Request.Cookies[Cookie(account).Name!] is { } kept && _protector.Unprotect(kept).Split(' ') is [var id, var of] && of == account
                ? id
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string email)
    {
        var account = AccountKey.Of(email);
        var id = Find(context, email) ?? Guid.NewGuid().ToString("n");
        var cookie = Cookie(account);
        context.Response.Cookies.Append(cookie.Name!, _protector.Protect($"{id} {account}", _lifetime), cookie.Build(context));
    }

    private CookieBuilder Cookie(string account)
    {
        var cookie = new CookieBuilder { SameSite = SameSiteMode.Strict, MaxAge = _lifetime, IsEssential = true };
        OwnerCookie.Harden(cookie, $"jirani-known-{account}", environment);
        return cookie;
    }
}
