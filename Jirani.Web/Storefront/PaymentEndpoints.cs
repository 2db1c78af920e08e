using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Settings;
using Jirani.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Storefront;

/// <summary>The link that begins a payment. Whoever only looks at it, a chat's link preview for one, changes nothing.</summary>
internal static class PaymentEndpoints
{
    private const int LargestBody = 16 * 1024;
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPayments(this IEndpointRouteBuilder routes)
    {
        var initiate = routes.MapGroup("/api/payments/initiate").RequireRateLimiting(StorefrontRegistration.RateLimit);
        initiate.MapMethods("", _reading, ShowAsync);
        // The form's token is asked for where the answer can be a page; a program has none.
        initiate.MapPost("", InitiateAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    public static ProblemHttpResult NoSuchOrder() => TypedResults.Problem(
        "The link is wrong, or the order is gone.", statusCode: StatusCodes.Status404NotFound, title: "No such order");

    private static async Task<IResult> ShowAsync(string? order, PublicOrderQueries orders, CancellationToken cancellationToken) =>
        await FindAsync(orders, order, cancellationToken) is { } found
            ? new SeeOther($"/store/{found.StoreSlug}/pay?order={found.Id}")
            : NoSuchOrder();

    private static async Task<IResult> InitiateAsync(
        string? order, HttpContext context, PublicOrderQueries orders, FormPayments forms, JsonPayments programs, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!IsOurs(request))
        {
            return TypedResults.Problem("Payments begin on our own pages.", statusCode: StatusCodes.Status403Forbidden, title: "Another site asked");
        }

        return (await FindAsync(orders, order, cancellationToken), request.HasFormContentType, request.HasJsonContentType()) switch
        {
            (null, true, _) => new RazorComponentResult<WrongLinkPage> { StatusCode = StatusCodes.Status404NotFound },
            (null, _, _) => NoSuchOrder(),
            ({ } found, true, _) => await forms.BeginAsync(context, found, cancellationToken),
            ({ } found, _, true) => await programs.BeginAsync(request, found, cancellationToken),
            _ => TypedResults.Problem("Send JSON.", statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Not readable"),
        };
    }

    /// <summary>Programs send no Origin; browsers do with a POST, and newer ones say whose page asks.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && OriginGuard.IsOurs(request, request.HttpContext.RequestServices.GetRequiredService<IOptions<PublicSiteOptions>>().Value);

    private static async Task<PublicOrder?> FindAsync(PublicOrderQueries orders, string? order, CancellationToken cancellationToken) =>
        Guid.TryParseExact(order, "D", out var id) ? await orders.FindAsync(id, cancellationToken) : null;
}
