using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jirani.Web.Identity;

/// <summary>Signing in and out are plain form posts: a circuit cannot set a cookie.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? returnUrl) => Page(new SignInForm(null, null, returnUrl), hasFailed: false));
        routes.MapPost("/sign-in", SignInAsync).RequireRateLimiting(SignInRegistration.RateLimit);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync([FromForm] SignInForm form, OwnerSignIn signIn) =>
        await signIn.TryAsync(form.Email, form.Password)
            ? TypedResults.LocalRedirect(form.Destination)
            : Page(form, hasFailed: true);

    /// <param name="antiforgery">A form parameter is what has the token checked.</param>
    private static async Task<IResult> SignOutAsync([FromForm] IFormCollection antiforgery, HttpContext context, OwnerSignIn signIn)
    {
        await signIn.EndAsync(context.User);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static RazorComponentResult<SignInPage> Page(SignInForm form, bool hasFailed) =>
        new(new { form.Email, form.ReturnUrl, HasFailed = hasFailed })
        {
            StatusCode = hasFailed ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
}
