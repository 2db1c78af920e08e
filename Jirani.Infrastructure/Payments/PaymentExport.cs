using Jirani.Infrastructure.Database;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Everything at once, of one moment, for whoever wants to count it themselves.</summary>
public sealed class PaymentExport(OwnerDatabase database)
{
    /// <summary>As many as a spreadsheet still opens.</summary>
    private const int MostPayments = 1_000_000;

    /// <summary>A screen gives up after five seconds; whoever asked for everything waits.</summary>
    private const string Patience = "set local statement_timeout = '1min'";

    /// <summary>$1 the store.</summary>
    private const string Entries = """
        select e.id, l.occurred_at, a.code, e.amount, e.currency, l.provider, l.kind, l.provider_id,
            (select o.order_number from orders o where o.store_id = l.store_id and o.id = l.order_id), l.payment_id
        from ledger_entries e
        join ledger_transactions l on l.store_id = e.store_id and l.id = e.transaction_id
        join ledger_accounts a on a.store_id = e.store_id and a.id = e.account_id
        where e.store_id = $1
        order by e.id
        """;

    /// <summary>Newest first.</summary>
    /// <returns>False where the caller may not see them: then nothing was taken.</returns>
    public Task<bool> PaymentsAsync(Guid ownerId, Guid storeId, PaymentFilter filter, Action<PaymentRow> take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            ownerId,
            batch =>
            {
                batch.Add(Patience);
                batch.Add(PaymentStatements.Rights, Value(storeId));
                PaymentQueries.AddRows(batch, storeId, filter, null, MostPayments);
            },
            async (reader, cancellation) =>
            {
                var rights = await PaymentQueries.RightsAsync(reader, cancellation);
                await reader.EachAsync(row => take(PaymentRows.Read(row)), cancellation);
                return rights is not PaymentRights.None;
            },
            cancellationToken);

    /// <summary>In the order they were booked. Their sum for each account is its balance.</summary>
    /// <inheritdoc cref="PaymentsAsync" path="/returns" />
    public Task<bool> EntriesAsync(Guid ownerId, Guid storeId, Action<BookedEntry> take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            ownerId,
            batch =>
            {
                batch.Add(Patience);
                batch.Add(PaymentStatements.Rights, Value(storeId));
                batch.Add(Entries, Value(storeId));
            },
            async (reader, cancellation) =>
            {
                var rights = await PaymentQueries.RightsAsync(reader, cancellation);
                await reader.EachAsync(
                    row => take(new BookedEntry(
                        row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetDecimal(3), row.GetString(4), row.GetString(5),
                        row.GetString(6), row.GetString(7), row.TextOrNull(8), row.GetFieldValue<Guid?>(9))),
                    cancellation);
                return rights is not PaymentRights.None;
            },
            cancellationToken);
}
