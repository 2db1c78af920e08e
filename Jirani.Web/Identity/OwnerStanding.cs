using System.Security.Claims;
using Jirani.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Identity;

/// <summary>Whether whoever signed in is still let in: what lives longer than a request asks it again and again.</summary>
internal sealed class OwnerStanding(IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
{
    /// <returns>False once they are gone, locked out, or every session of theirs was ended.</returns>
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return await users.GetUserAsync(principal) is { } user
            && !await users.IsLockedOutAsync(user)
            && principal.FindFirst(options.Value.ClaimsIdentity.SecurityStampClaimType)?.Value == await users.GetSecurityStampAsync(user);
    }
}
