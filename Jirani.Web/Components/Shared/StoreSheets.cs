using Jirani.Infrastructure.Stores;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Jirani.Web.Components.Shared;

/// <summary>Files of a store, each read under the owner's own login, from a store of theirs.</summary>
internal sealed class StoreSheets(CurrentOwner owner, StoreQueries stores)
{
    /// <summary>Written whole before the first byte goes out, so that a slow line holds no connection to the database, and what fails is no half file.</summary>
    /// <param name="context">Whose request it is.</param>
    /// <param name="slug">Of the store, as the address says; null finds none.</param>
    /// <param name="name">Of the file, after the store's own.</param>
    /// <param name="refusal">Said to a member who may not see it.</param>
    /// <param name="write">Fills the file; false where the caller may not see what it holds.</param>
    public async Task<IResult> SendAsync(
        HttpContext context, string? slug, string name, string refusal, Func<Guid, StoreRow, TimeZoneInfo, Stream, Task<bool>> write)
    {
        owner.Use(context.User);
        var ownerId = await owner.IdAsync();
        var mine = await stores.MineAsync(ownerId, context.RequestAborted);
        if (mine.FirstOrDefault(store => store.Slug == slug) is not { } shop)
        {
            return TypedResults.Problem("There is no such store among yours.", statusCode: StatusCodes.Status404NotFound, title: "No such store");
        }

        await using var body = new FileBufferingWriteStream();
        if (!await write(ownerId, shop, Zone(shop), body))
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status403Forbidden, title: "Not shown to you");
        }

        var headers = context.Response.Headers;
        (headers.ContentType, headers.CacheControl, headers.ContentDisposition) = ("text/csv; charset=utf-8", "no-store", $"attachment; filename=\"{shop.Slug}-{name}.csv\"");
        await body.DrainBufferAsync(context.Response.Body, context.RequestAborted);
        return TypedResults.Empty;
    }

    /// <summary>In which the shop tells its times.</summary>
    public static TimeZoneInfo Zone(StoreRow shop) => TimeZoneInfo.TryFindSystemTimeZoneById(shop.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
}
