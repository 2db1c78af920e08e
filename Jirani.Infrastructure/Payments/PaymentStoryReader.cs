using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

internal static class PaymentStoryReader
{
    public static void Add(NpgsqlBatch batch, Guid paymentId)
    {
        batch.Add(PaymentStoryStatements.Payment, Value(paymentId));
        batch.Add(PaymentStoryStatements.Attempts, Value(paymentId));
        batch.Add(PaymentStoryStatements.Occurrences, Value(paymentId));
        batch.Add(PaymentStoryStatements.Refunds, Value(paymentId));
        batch.Add(PaymentStoryStatements.Entries, Value(paymentId));
        batch.Add(PaymentStoryStatements.Lines, Value(paymentId));
    }

    public static async Task<PaymentStory?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var stories = await ListAsync(reader, Story, cancellationToken);
        var attempts = await ListAsync(reader, Attempt, cancellationToken);
        var occurrences = await ListAsync(reader, Occurrence, cancellationToken);
        var refunds = await ListAsync(reader, Refund, cancellationToken);
        var entries = await ListAsync(reader, Entry, cancellationToken);
        var lines = await ListAsync(reader, row => new OrderedLine(row.GetString(0), row.GetDecimal(1), row.GetFieldValue<decimal?>(2)), cancellationToken);
        occurrences.Reverse();
        return stories is [var story]
            ? story with { Attempts = attempts, Occurrences = occurrences, Refunds = refunds, Entries = entries, Lines = lines }
            : null;
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await reader.EachAsync(row => rows.Add(read(row)), cancellationToken);
        return rows;
    }

    private static PaymentStory Story(NpgsqlDataReader row)
    {
        const int own = PaymentRows.Columns;
        return new PaymentStory
        {
            Payment = PaymentRows.Read(row),
            StoreId = row.GetGuid(own),
            Rights = row.GetBoolean(own + 1) ? PaymentRights.Act : PaymentRights.See,
            OrderId = row.GetGuid(own + 2),
            OrderStatus = OrderStatusText.Parse(row.GetString(own + 3)),
            Asked = row.GetDecimal(own + 4),
            AskedCurrency = row.GetString(own + 5),
            ConversationId = row.GetFieldValue<Guid?>(own + 6),
            ReviewReason = row.TextOrNull(own + 7) is { } reason ? ReviewReasonText.Parse(reason) : null,
            Note = row.TextOrNull(own + 8),
            OrderClosedAt = row.GetFieldValue<DateTimeOffset?>(own + 9),
            CapturedAt = row.GetFieldValue<DateTimeOffset?>(own + 10),
            SettledAt = row.GetFieldValue<DateTimeOffset?>(own + 11),
            ResolvedAt = row.GetFieldValue<DateTimeOffset?>(own + 12),
            Attempts = [],
            Occurrences = [],
            Refunds = [],
            Entries = [],
            Lines = [],
        };
    }

    private static PaymentAttempt Attempt(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        PaymentProviderText.Parse(row.GetString(1)),
        row.TextOrNull(2),
        PaymentRows.Facts(row, 7),
        row.GetFieldValue<DateTimeOffset>(3),
        row.GetFieldValue<DateTimeOffset?>(4),
        row.GetFieldValue<DateTimeOffset>(5),
        row.GetFieldValue<DateTimeOffset?>(6));

    private static PaymentOccurrence Occurrence(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetGuid(1),
        row.GetString(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.TextOrNull(5),
        row.GetFieldValue<int?>(6) is { } took ? TimeSpan.FromMilliseconds(took) : null,
        row.GetFieldValue<DateTimeOffset>(7));

    private static RefundRow Refund(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetDecimal(1),
        row.GetString(2),
        RefundStatusText.Parse(row.GetString(3)),
        row.TextOrNull(4),
        row.TextOrNull(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetFieldValue<DateTimeOffset?>(7));

    private static LedgerLine Entry(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetDecimal(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5));
}
