using System.Threading.RateLimiting;
using Jirani.Infrastructure.Identity;
using Jirani.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Jirani.Web.Identity;

internal static class SignInRegistration
{
    public const string RateLimit = "sign-in";

    /// <summary>The longest a stolen cookie or an open screen outlives a sign-out or a new password.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    private const int AttemptsAMinute = 20;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPeople().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<OwnerStanding>();
        services.AddScoped<AuthenticationStateProvider, OwnerRevalidation>();
        services.AddScoped<CurrentOwner>();
        services.AddScoped<OwnerSignIn>();
        services.AddScoped<SignUp>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.ConfigureApplicationCookie(options => OwnerCookie.Configure(options, builder.Environment));
        services.AddAntiforgery(options => OwnerCookie.Configure(options, builder.Environment));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                CallerNetwork.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }
}
