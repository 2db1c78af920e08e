using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

/// <summary>What is to be packed now, for paper.</summary>
public sealed class PackingQueries(OwnerDatabase database)
{
    /// <summary>As many as one list holds; the oldest are packed first.</summary>
    public const int Most = 200;

    /// <summary>$1 the store, $2 which of its orders (null = all).</summary>
    private static readonly string _chosen = $"""
        select o.id, o.store_id, o.order_number, o.customer_id, o.created_at from orders o
        where o.store_id = $1 and {OrderStatements.In(OrderScope.ToPack)} and ($2::uuid[] is null or o.id = any ($2))
        order by o.created_at, o.id limit {Most}
        """;

    private static readonly string _orders = $"""
        select o.id, o.order_number, u.name, u.username, u.phone, o.created_at from ({_chosen}) o
        join customers u on u.store_id = o.store_id and u.id = o.customer_id order by o.created_at, o.id
        """;

    private static readonly string _items = $"""
        select i.order_id, i.sku, i.name, i.quantity, i.unit_price, i.line_total from ({_chosen}) o
        join order_items i on i.store_id = o.store_id and i.order_id = o.id order by i.id
        """;

    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="orderIds">Which of its orders, those of them that are to be packed; null for all that are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Oldest first, at most <see cref="Most" />.</returns>
    public Task<IReadOnlyList<PackedOrder>> ListAsync(
        Guid ownerId, Guid storeId, IReadOnlyCollection<Guid>? orderIds, CancellationToken cancellationToken) => database.ReadAsync(
        ownerId,
        batch =>
        {
            batch.Add(_orders, Value(storeId), Value(orderIds?.ToArray()));
            batch.Add(_items, Value(storeId), Value(orderIds?.ToArray()));
        },
        ReadAsync,
        cancellationToken);

    private static async Task<IReadOnlyList<PackedOrder>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var items = new Dictionary<Guid, List<OrderItem>>();
        var orders = new List<PackedOrder>();
        await reader.EachAsync(row => orders.Add(Order(row, items[row.GetGuid(0)] = [])), cancellationToken);
        await reader.EachAsync(
            row => items.GetValueOrDefault(row.GetGuid(0))?.Add(
                new OrderItem(row.TextOrNull(1), row.GetString(2), row.GetDecimal(3), row.GetDecimal(4), row.GetDecimal(5))),
            cancellationToken);
        return orders;
    }

    private static PackedOrder Order(NpgsqlDataReader row, List<OrderItem> items) => new(
        row.GetGuid(0), row.GetString(1), new CustomerName(row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)),
        row.GetFieldValue<DateTimeOffset>(5), items);
}
