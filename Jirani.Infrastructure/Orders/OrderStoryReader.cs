using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

internal static class OrderStoryReader
{
    public static void Add(NpgsqlBatch batch, Guid orderId)
    {
        batch.Add(OrderStoryStatements.Order, Value(orderId));
        batch.Add(OrderStoryStatements.Items, Value(orderId));
        batch.Add(OrderStoryStatements.Payments, Value(orderId));
        batch.Add(OrderStoryStatements.Occurrences, Value(orderId));
    }

    public static async Task<OrderStory?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var stories = await ListAsync(reader, Story, cancellationToken);
        var items = await ListAsync(
            reader, row => new OrderItem(row.TextOrNull(0), row.GetString(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4)), cancellationToken);
        var payments = await ListAsync(reader, row => OrderRows.Payment(row, 0), cancellationToken);
        var occurrences = await ListAsync(reader, Occurrence, cancellationToken);
        occurrences.Reverse();
        return stories is [var story] ? story with { Items = items, Payments = payments, Occurrences = occurrences } : null;
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await reader.EachAsync(row => rows.Add(read(row)), cancellationToken);
        return rows;
    }

    private static OrderStory Story(NpgsqlDataReader row)
    {
        const int own = OrderRows.Columns;
        return new OrderStory
        {
            Order = OrderRows.Read(row),
            StoreId = row.GetGuid(own),
            Rights = row.GetBoolean(own + 1) ? OrderRights.Act : OrderRights.See,
            MayTakeCash = row.GetBoolean(own + 2),
            CustomerId = row.GetGuid(own + 3),
            OrderCount = row.GetInt32(own + 4),
            ConversationId = row.GetFieldValue<Guid?>(own + 5),
            WindowUntil = row.GetFieldValue<DateTimeOffset?>(own + 6),
            IsOptedIn = row.GetBoolean(own + 7),
            DeliveryStatus = DeliveryStatusText.Parse(row.GetString(own + 8)),
            Shipment = new Shipment(row.TextOrNull(own + 9), row.GetFieldValue<DateTimeOffset?>(own + 10), row.TextOrNull(own + 11)),
            ExpiresAt = row.GetFieldValue<DateTimeOffset?>(own + 12),
            Items = [],
            Payments = [],
            Occurrences = [],
        };
    }

    private static OrderOccurrence Occurrence(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.TextOrNull(4), row.TextOrNull(5), row.GetFieldValue<DateTimeOffset>(6));
}
