using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Payments;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Components.Orders;

/// <summary>What the screen of orders shows, as a file and on paper. Each is read under the owner's own login, from a store of theirs.</summary>
internal static class OrderFileEndpoints
{
    public static void MapOrderFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/dashboard/orders").RequireAuthorization();
        files.MapGet("export.csv", ExportAsync);
        files.MapGet("packing", PackAsync);
    }

    private static Task<IResult> ExportAsync(
        HttpContext context, StoreSheets sheets, OrderExport export, TimeProvider clock, [AsParameters] OrderFileQuery query) =>
        sheets.SendAsync(context, query.Store, "orders", "Your role in this store does not see orders.", async (ownerId, shop, zone, body) =>
        {
            using var sheet = new CsvSheet(
                body, "Placed", "Order", "Customer", "Phone", "State", "Total", "Currency", "Items", "Payment", "Network", "Courier", "Arrives", "Link");
            var now = clock.GetUtcNow();
            var filter = OrderView.Parse(query.Show, query.Q, query.Days).Filter(now, zone);
            return await export.OrdersAsync(ownerId, shop.Id, filter, order => Write(sheet, order, shop.Country, new ShopTime(now, zone)), context.RequestAborted);
        });

    /// <summary>Orders that are not to be packed any more are not on it; what is not a store of the caller is not there.</summary>
    private static async Task<IResult> PackAsync(
        HttpContext context, CurrentOwner owner, StoreQueries stores, PackingQueries packing, TimeProvider clock, string? store, Guid[]? order)
    {
        owner.Use(context.User);
        var ownerId = await owner.IdAsync();
        var mine = await stores.MineAsync(ownerId, context.RequestAborted);
        if (mine.FirstOrDefault(own => own.Slug == store) is not { } shop)
        {
            return TypedResults.Problem("There is no such store among yours.", statusCode: StatusCodes.Status404NotFound, title: "No such store");
        }

        var orders = await packing.ListAsync(ownerId, shop.Id, order is { Length: > 0 } ? order : null, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PackingListPage>(new { Shop = shop, Orders = orders, Time = new ShopTime(clock.GetUtcNow(), StoreSheets.Zone(shop)) });
    }

    private static void Write(CsvSheet sheet, ExportedOrder row, string country, ShopTime time)
    {
        var (order, payment) = (row.Order, row.Order.Payment);
        sheet.Time(order.CreatedAt, time.Zone).Text(order.Number).Text(order.Customer.Title).Text(order.Customer.Phone).Text(order.Status.ToText())
            .Number(order.Total).Text(order.Currency).Text(row.Items)
            .Text(payment is null ? null : PaymentStatusChip.Look(payment.Facts.Standing(time.Now), payment.Facts.FailureReason).Word)
            .Text(payment is null ? null : PaymentWords.Network(payment.Provider, payment.Network, country)).Text(row.Shipment.Courier);
        if (row.Shipment.Eta is { } eta)
        {
            sheet.Time(eta, time.Zone);
        }
        else
        {
            sheet.Text(null);
        }

        sheet.Text(row.Shipment.TrackingUrl).EndLine();
    }
}
