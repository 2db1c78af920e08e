using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

public sealed class BalanceQueries(OwnerDatabase database, SharedReads shared)
{
    /// <summary>$1 the store.</summary>
    private const string Balances = """
        select a.currency,
            coalesce(sum(b.amount) filter (where a.code = 'flutterwave_available'), 0),
            coalesce(sum(b.amount) filter (where a.code = 'flutterwave_unsettled'), 0),
            -coalesce(sum(b.amount) filter (where a.code = 'suspense'), 0),
            coalesce(sum(b.amount) filter (where a.code = 'cash'), 0)
        from store_balances b join ledger_accounts a on a.store_id = b.store_id and a.id = b.account_id
        where b.store_id = $1
        group by a.currency
        order by a.currency
        """;

    /// <summary>$1 the store. One statement, so that balances and entries are of the same moment.</summary>
    private const string Check = """
        select now(), not exists (
            select from ledger_accounts a left join store_balances b on b.account_id = a.id and b.store_id = a.store_id
            where a.store_id = $1 and coalesce(b.amount, 0) <>
                coalesce((select sum(e.amount) from ledger_entries e where e.store_id = $1 and e.account_id = a.id), 0))
        """;

    /// <summary>One for each currency in which something was ever booked.</summary>
    public Task<IReadOnlyList<Balance>> OfStoreAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("balances", ownerId),
        () => database.ReadAsync<IReadOnlyList<Balance>>(
            ownerId,
            batch => batch.Add(Balances, Value(storeId)),
            async (reader, cancellation) =>
            {
                var balances = new List<Balance>();
                await reader.EachAsync(
                    row => balances.Add(new Balance(row.GetString(0), row.GetDecimal(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4))), cancellation);
                return balances;
            },
            CancellationToken.None),
        cancellationToken);

    /// <summary>Adds up every entry of the store, so not with every change.</summary>
    public Task<LedgerCheck> CheckAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("count the entries", ownerId),
        () => database.ReadAsync(
            ownerId,
            batch => batch.Add(Check, Value(storeId)),
            async (reader, cancellation) =>
            {
                var check = new LedgerCheck(default, true);
                await reader.EachAsync(row => check = new LedgerCheck(row.GetFieldValue<DateTimeOffset>(0), row.GetBoolean(1)), cancellation);
                return check;
            },
            CancellationToken.None),
        cancellationToken);
}
