using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

/// <summary>The orders of a store, each look in one round trip.</summary>
public sealed class OrderQueries(OwnerDatabase database, SharedReads shared)
{
    /// <summary>Newest first.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="filter">Which of its orders.</param>
    /// <param name="after">Below which row; null begins with the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<OrderList> ListAsync(
        Guid ownerId, Guid storeId, OrderFilter filter, OrderRow? after, int count, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("orders", ownerId, filter, after?.Id, count),
        () => database.ReadAsync(
            ownerId,
            batch =>
            {
                batch.Add(OrderStatements.Rights, Value(storeId));
                batch.Add(OrderStatements.Counts, Value(storeId));
                AddPage(batch, OrderStatements.Rows(filter, after is not null, count + 1), storeId, filter, after);
            },
            (reader, cancellation) => ReadAsync(reader, count, cancellation),
            CancellationToken.None),
        cancellationToken);

    /// <summary>Null where there is no order of this id among those the caller may see.</summary>
    public Task<OrderStory?> StoryAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) =>
        database.ReadAsync(ownerId, batch => OrderStoryReader.Add(batch, orderId), OrderStoryReader.ReadAsync, cancellationToken);

    /// <summary>A statement over <see cref="OrderStatements.Page" />.</summary>
    internal static void AddPage(NpgsqlBatch batch, string sql, Guid storeId, OrderFilter filter, OrderRow? after)
    {
        NpgsqlParameter[] place = [Value(storeId), Value(after?.CreatedAt.ToUniversalTime()), Value(after?.Id), Value(filter.Since?.ToUniversalTime())];
        batch.Add(sql, OrderStatements.IsSearch(filter) ? [.. place, Value(filter.Search!)] : place);
    }

    internal static async Task<OrderRights> RightsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rights = OrderRights.None;
        await reader.EachAsync(
            row => rights = row.GetBoolean(1) ? OrderRights.Act : row.GetBoolean(0) ? OrderRights.See : OrderRights.None, cancellationToken);
        return rights;
    }

    private static async Task<OrderList> ReadAsync(NpgsqlDataReader reader, int count, CancellationToken cancellationToken)
    {
        var rights = await RightsAsync(reader, cancellationToken);
        var counts = OrderCounts.None;
        await reader.EachAsync(
            row => counts = new OrderCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            cancellationToken);
        var rows = new List<OrderRow>();
        await reader.EachAsync(row => rows.Add(OrderRows.Read(row)), cancellationToken);
        return new OrderList(rows[..Math.Min(count, rows.Count)], rows.Count > count, counts, rights);
    }
}
