using System.Security.Claims;
using Jirani.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace Jirani.Web.Identity;

/// <summary>Signs in with one answer and about one duration for a wrong password and an unknown person.</summary>
internal sealed class OwnerSignIn(SignInManager<User> signIn, UserManager<User> users, IPasswordHasher<User> hasher)
{
    private static readonly User _nobody = new();

    public async Task<bool> TryAsync(string? email, string? password)
    {
        if (string.IsNullOrEmpty(email) || string.IsNullOrEmpty(password))
        {
            return false;
        }

        if (await users.FindByEmailAsync(email) is not { } user)
        {
            hasher.HashPassword(_nobody, password);
            return false;
        }

        // Guesses lock nobody out: a lock ends every session, and is for an administrator to set.
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: false);
        return result.Succeeded;
    }

    /// <summary>Ends every session of this person within a minute, open screens and copied cookies included.</summary>
    public async Task EndAsync(ClaimsPrincipal principal)
    {
        if (await users.GetUserAsync(principal) is { } user)
        {
            await users.UpdateSecurityStampAsync(user);
        }

        await signIn.SignOutAsync();
    }
}
