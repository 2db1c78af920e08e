using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Identity;

/// <summary>A circuit outlives its cookie: as often as a cookie is checked it asks whether its owner is still the one who signed in.</summary>
internal sealed class OwnerRevalidation(ILoggerFactory loggers, OwnerStanding standing, IOptions<SecurityStampValidatorOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => options.Value.ValidationInterval;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        standing.HoldsAsync(authenticationState.User);
}
