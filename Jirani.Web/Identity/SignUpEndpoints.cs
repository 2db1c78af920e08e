using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Identity;

/// <summary>Opening a first store: a plain form, and not there at all where the setting is off.</summary>
internal static class SignUpEndpoints
{
    private const string Form = "/sign-up";

    public static void MapSignUp(this WebApplication app)
    {
        if (!app.Configuration.IsSignUpEnabled(app.Environment))
        {
            return;
        }

        app.MapGet(Form, IResult () => Page(SignUpForm.Empty, new Dictionary<string, string>()));
        app.MapPost(Form, OpenAsync).RequireRateLimiting(SignInRegistration.RateLimit);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, IAntiforgery antiforgery, SignUp signUp)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.LocalRedirect(Form);
        }

        var form = SignUpForm.From(await context.Request.ReadFormAsync(context.RequestAborted));
        var faults = await signUp.OpenAsync(form, context.RequestAborted);
        return faults.Count == 0 ? TypedResults.LocalRedirect("/dashboard/settings") : Page(form, faults);
    }

    private static RazorComponentResult<SignUpPage> Page(SignUpForm form, IReadOnlyDictionary<string, string> faults) =>
        new(new { Form = form, Faults = faults })
        {
            StatusCode = faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
}
