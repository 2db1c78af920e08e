using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Storefront;

/// <summary>The link that begins a payment. Whoever only looks at it, a chat's link preview for one, changes nothing.</summary>
internal static class PaymentEndpoints
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPayments(this IEndpointRouteBuilder routes)
    {
        var initiate = routes.MapGroup("/api/payments/initiate").RequireRateLimiting(StorefrontRegistration.RateLimit);
        initiate.MapMethods("", _reading, ShowAsync);
        initiate.MapPost("", InitiateAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        string? order, PublicOrderQueries orders, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(orders, order, cancellationToken) is not { } found)
        {
            return NoSuchOrder();
        }

        response.Headers.Location = $"/store/{found.StoreSlug}/pay?order={found.Id}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> InitiateAsync(
        string? order, HttpRequest request, PublicOrderQueries orders, IOptions<PublicSiteOptions> site, CancellationToken cancellationToken)
    {
        if (!IsOwnOrigin(request, site.Value.Url))
        {
            return TypedResults.Problem("Payments begin on our own pages.", statusCode: StatusCodes.Status403Forbidden, title: "Another site asked");
        }

        return await FindAsync(orders, order, cancellationToken) is null
            ? NoSuchOrder()
            : TypedResults.Problem(
                "Mobile money is not switched on yet. Nothing was charged.",
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "Payments are not available");
    }

    /// <summary>Programs send no Origin; browsers always do with a POST.</summary>
    private static bool IsOwnOrigin(HttpRequest request, Uri site) =>
        request.Headers.Origin is not [{ } origin]
            ? request.Headers.Origin.Count == 0
            : origin == site.GetLeftPart(UriPartial.Authority) || origin == $"{request.Scheme}://{request.Host}";

    private static async Task<PublicOrder?> FindAsync(PublicOrderQueries orders, string? order, CancellationToken cancellationToken) =>
        Guid.TryParseExact(order, "D", out var id) ? await orders.FindAsync(id, cancellationToken) : null;

    private static ProblemHttpResult NoSuchOrder() => TypedResults.Problem(
        "The link is wrong, or the order is gone.", statusCode: StatusCodes.Status404NotFound, title: "No such order");
}
