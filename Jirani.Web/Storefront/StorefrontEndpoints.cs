using Jirani.Infrastructure.Orders;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Storefront;

/// <summary>The pages that links in the chat lead to: static, without a script they need, and reading them changes nothing.</summary>
internal static class StorefrontEndpoints
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStorefront(this IEndpointRouteBuilder routes)
    {
        var store = routes.MapGroup("/store/{slug}").RequireRateLimiting(StorefrontRegistration.RateLimit);
        store.MapMethods("/checkout", _reading, CheckoutAsync);
        store.MapMethods("/track", _reading, TrackAsync);
        store.MapMethods("/pay", _reading, PayAsync);
        routes.MapMethods("/store/{**rest}", _reading, IResult () => NotFound()).RequireRateLimiting(StorefrontRegistration.RateLimit);
        routes.MapMethods("/", _reading, IResult (HttpContext context) =>
            new RazorComponentResult<HomePage>(new { IsSignedIn = context.User.Identity?.IsAuthenticated is true }));
    }

    private static async Task<IResult> CheckoutAsync(
        string slug, string? session, string? order, PublicOrderQueries orders, CancellationToken cancellationToken) =>
        await FindAsync(orders, slug, order, cancellationToken) is { } found && found.SessionId == session
            ? new RazorComponentResult<CheckoutPage>(new { Order = found })
            : NotFound();

    private static async Task<IResult> TrackAsync(string slug, string? order, PublicOrderQueries orders, CancellationToken cancellationToken) =>
        await FindAsync(orders, slug, order, cancellationToken) is { } found
            ? new RazorComponentResult<TrackPage>(new { Order = found })
            : NotFound();

    /// <remarks>A provider that sends the payer back adds what became of it to the address. Nobody reads that: anybody can write it.</remarks>
    private static async Task<IResult> PayAsync(
        string slug, string? order, string? another, PublicOrderQueries orders, PayPages pages, CancellationToken cancellationToken) =>
        await FindAsync(orders, slug, order, cancellationToken) is { } found
            ? PayPages.Page(await pages.VisitAsync(found, cancellationToken) with { IsAnother = another is not null })
            : NotFound();

    /// <summary>Absent, another store's and unreadable are one and the same.</summary>
    private static async Task<PublicOrder?> FindAsync(PublicOrderQueries orders, string slug, string? order, CancellationToken cancellationToken) =>
        Guid.TryParseExact(order, "D", out var id)
        && await orders.FindAsync(id, cancellationToken) is { } found
        && found.StoreSlug == slug
            ? found
            : null;

    private static RazorComponentResult<WrongLinkPage> NotFound() => new() { StatusCode = StatusCodes.Status404NotFound };
}
