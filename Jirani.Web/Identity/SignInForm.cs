using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Identity;

/// <summary>What the sign-in form posts. Anything missing is simply wrong, never an error.</summary>
internal sealed record SignInForm(string? Email, string? Password, string? ReturnUrl)
{
    private const string Home = "/dashboard/whatsapp";

    /// <summary>Never another site, however the address is dressed up.</summary>
    public string Destination => RedirectHttpResult.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Home;

    public static SignInForm From(IFormCollection form) => new(form[nameof(Email)], form[nameof(Password)], form[nameof(ReturnUrl)]);
}
