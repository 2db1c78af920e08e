using System.Diagnostics;
using Jirani.Infrastructure.Identity;
using Jirani.Infrastructure.Stores;
using Microsoft.AspNetCore.Identity;

namespace Jirani.Web.Identity;

/// <summary>Makes a person who signs in, with a first store or a place in somebody's team.</summary>
internal sealed class SignUp(StoreOpening opening, TeamService team, UserManager<User> users, SignInManager<User> signIn)
{
    private const string Known = "Somebody signs in with this address already. Sign in instead.";

    /// <returns>What is wrong, by field; empty once the store is open and its owner signed in.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OpenAsync(SignUpForm form, CancellationToken cancellationToken)
    {
        var faults = (await new SignUpFormValidator().ValidateAsync(form, cancellationToken)).Errors
            .GroupBy(fault => fault.PropertyName).ToDictionary(field => field.Key, field => field.First().ErrorMessage);
        if (faults.Count > 0 || form.Country is not { } country)
        {
            return faults;
        }

        // Or a stranger would open a store in the name of somebody whose password they do not know.
        if (await users.FindByEmailAsync(form.Email) is not null)
        {
            return At(nameof(SignUpForm.Email), Known);
        }

        if (await PasswordFaultAsync(form.Email, form.Password) is { } weak)
        {
            return At(nameof(SignUpForm.Password), weak);
        }

        switch (await opening.OpenAsync(form.ToStore(country), form.Password, cancellationToken))
        {
            case StoreOpeningOutcome.SlugTaken:
                return At(nameof(SignUpForm.Slug), $"Another shop has the address {form.GivenSlug}. Choose another.");
            case StoreOpeningOutcome.Refused refused:
                return At("", string.Join(" ", refused.Faults));
            case StoreOpeningOutcome.Opened:
                await SignInAsync(form.Email);
                return new Dictionary<string, string>();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A new person takes the place that an invitation offers.</summary>
    /// <returns>What is wrong, by field; empty once they joined and are signed in.</returns>
    public async Task<IReadOnlyDictionary<string, string>> JoinAsync(string email, string password, string token, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not null)
        {
            return At(nameof(SignUpForm.Email), Known);
        }

        var user = Person(email);
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded)
        {
            var isPassword = made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal));
            return At(isPassword ? nameof(SignUpForm.Password) : nameof(SignUpForm.Email), string.Join(" ", made.Errors.Select(error => error.Description)));
        }

        var hasJoined = await team.AcceptAsync(user.Id, token, cancellationToken);
        await SignInAsync(email);
        return hasJoined ? new Dictionary<string, string>() : At("", "Somebody was faster: this invitation is used.");
    }

    private static User Person(string email) => new() { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };

    private static Dictionary<string, string> At(string field, string sentence) => new() { [field] = sentence };

    private async Task<string?> PasswordFaultAsync(string email, string password)
    {
        foreach (var rule in users.PasswordValidators)
        {
            if (await rule.ValidateAsync(users, Person(email), password) is { Succeeded: false } refused)
            {
                return string.Join(" ", refused.Errors.Select(error => error.Description));
            }
        }

        return null;
    }

    private async Task SignInAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is { } user)
        {
            await signIn.SignInAsync(user, isPersistent: false);
        }
    }
}
