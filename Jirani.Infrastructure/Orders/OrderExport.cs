using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

/// <summary>Everything at once, of one moment, for a spreadsheet.</summary>
public sealed class OrderExport(OwnerDatabase database)
{
    /// <summary>As many as a spreadsheet still opens.</summary>
    private const int MostOrders = 1_000_000;

    /// <summary>A screen gives up after five seconds; whoever asked for everything waits.</summary>
    private const string Patience = "set local statement_timeout = '1min'";

    /// <summary>Newest first.</summary>
    /// <returns>False where the caller may not see them: then nothing was taken.</returns>
    public Task<bool> OrdersAsync(Guid ownerId, Guid storeId, OrderFilter filter, Action<ExportedOrder> take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            ownerId,
            batch =>
            {
                batch.Add(Patience);
                batch.Add(OrderStatements.Rights, Value(storeId));
                OrderQueries.AddPage(batch, Orders(filter), storeId, filter, null);
            },
            async (reader, cancellation) =>
            {
                const int own = OrderRows.Columns;
                var rights = await OrderQueries.RightsAsync(reader, cancellation);
                await reader.EachAsync(
                    row => take(new ExportedOrder(
                        OrderRows.Read(row), row.TextOrNull(own) ?? "",
                        new Shipment(row.TextOrNull(own + 1), row.GetFieldValue<DateTimeOffset?>(own + 2), row.TextOrNull(own + 3)))),
                    cancellation);
                return rights is not OrderRights.None;
            },
            cancellationToken);

    private static string Orders(OrderFilter filter) => $"""
        select {OrderStatements.Columns},
            (select string_agg(trim_scale(i.quantity) || ' × ' || i.name, '; ' order by i.id) from order_items i
             where i.store_id = o.store_id and i.order_id = o.id), d.courier, d.eta, d.tracking_url
        from {OrderStatements.Page(filter, isBelow: false, MostOrders)} o
        {OrderStatements.Joins}
        left join deliveries d on d.store_id = o.store_id and d.order_id = o.id
        order by o.created_at desc, o.id
        """;
}
