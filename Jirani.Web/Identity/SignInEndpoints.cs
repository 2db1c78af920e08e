using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Identity;

/// <summary>Signing in and out are plain form posts: a circuit cannot set a cookie.</summary>
internal static class SignInEndpoints
{
    private const string Form = "/sign-in";
    private const string Wrong = "That email and password do not go together. Check both, then try again.";

    private const string TooMany =
        "Too many tries with this email. Wait a minute before the next one, or use a phone or computer where you signed in before.";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Form, IResult (string? returnUrl) => Page(new SignInForm(null, null, returnUrl)));
        routes.MapPost(Form, SignInAsync).RequireRateLimiting(SignInRegistration.RateLimit);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, OwnerSignIn signIn, GuessLimit guesses)
    {
        // Without a token of this browser: another site's form, or one left open over somebody else's sign-in. A fresh form settles both.
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.LocalRedirect(Form);
        }

        var form = SignInForm.From(await context.Request.ReadFormAsync(context.RequestAborted));
        if (!guesses.TryTake(context, form.Email ?? ""))
        {
            return Page(form, TooMany, StatusCodes.Status429TooManyRequests);
        }

        return await signIn.TryAsync(form.Email, form.Password)
            ? TypedResults.LocalRedirect(form.Destination)
            : Page(form, Wrong, StatusCodes.Status400BadRequest);
    }

    /// <summary>A screen outlives its cookie: whoever is no longer signed in has nothing left to sign out of.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, OwnerSignIn signIn)
    {
        var isSignedIn = context.User.Identity?.IsAuthenticated is true;
        if (isSignedIn && !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.Problem("The form is too old.", statusCode: StatusCodes.Status400BadRequest, title: "Not signed out");
        }

        if (isSignedIn)
        {
            await signIn.EndAsync(context.User);
        }

        return TypedResults.LocalRedirect(Form);
    }

    private static RazorComponentResult<SignInPage> Page(SignInForm form, string? fault = null, int status = StatusCodes.Status200OK) =>
        new(new { form.Email, form.ReturnUrl, Fault = fault }) { StatusCode = status };
}
