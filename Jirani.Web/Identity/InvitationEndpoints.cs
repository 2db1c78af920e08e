using System.Security.Claims;
using Jirani.Infrastructure.Stores;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Identity;

/// <summary>Taking a place in a team. Looking at the link changes nothing, for chats fetch what they preview. The token stands in the query, which no log holds.</summary>
internal static class InvitationEndpoints
{
    private const string Address = "/invite";

    private static readonly Dictionary<string, string> _none = [];

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).RequireRateLimiting(SignInRegistration.RateLimit);
        routes.MapPost(Address, JoinAsync).RequireRateLimiting(SignInRegistration.RateLimit);
    }

    private static Task<IResult> ShowAsync(HttpContext context, TeamService team, string? token) => PageAsync(context, team, token ?? "", "", _none);

    private static async Task<IResult> JoinAsync(HttpContext context, IAntiforgery antiforgery, TeamService team, SignUp signUp)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.LocalRedirect("/sign-in");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (token, email) = (form["Token"].ToString(), form["Email"].ToString().Trim());
        if (await team.FindAsync(token, context.RequestAborted) is not { } invitation)
        {
            return await PageAsync(context, team, token, email, _none);
        }

        var faults = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
            ? await team.AcceptAsync(user, token, context.RequestAborted) ? _none : new Dictionary<string, string> { [""] = "Somebody was faster: this invitation is used." }
            : await signUp.JoinAsync(email, form["Password"].ToString(), token, context.RequestAborted);
        return faults.Count == 0
            ? TypedResults.LocalRedirect($"/dashboard/whatsapp?store={invitation.StoreSlug}")
            : await PageAsync(context, team, token, email, faults);
    }

    private static async Task<IResult> PageAsync(HttpContext context, TeamService team, string token, string email, IReadOnlyDictionary<string, string> faults)
    {
        var invitation = await team.FindAsync(token, context.RequestAborted);
        return new RazorComponentResult<InvitationPage>(new
        {
            Invitation = invitation,
            Token = token,
            SignedInAs = context.User.Identity?.Name,
            Email = email,
            Faults = faults,
        })
        {
            StatusCode = (invitation, faults.Count) switch
            {
                (null, _) => StatusCodes.Status404NotFound,
                (_, 0) => StatusCodes.Status200OK,
                _ => StatusCodes.Status400BadRequest,
            },
        };
    }
}
