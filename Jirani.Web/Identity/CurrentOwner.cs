using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace Jirani.Web.Identity;

/// <summary>
/// Who is asking, in a circuit and in a plain request alike. Asked anew for each operation, because a circuit can lose its owner;
/// nobody signed in means no operation at all.
/// </summary>
public sealed class CurrentOwner(AuthenticationStateProvider states)
{
    private ClaimsPrincipal? _requested;

    /// <summary>Outside components nothing fills the provider: an endpoint or a hub says whose request it is.</summary>
    public void Use(ClaimsPrincipal principal) => _requested = principal;

    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or no longer.</exception>
    public async Task<Guid> IdAsync()
    {
        var principal = _requested ?? (await states.GetAuthenticationStateAsync()).User;
        return principal.Identity?.IsAuthenticated is true && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : throw new UnauthorizedAccessException("Nobody is signed in.");
    }
}
