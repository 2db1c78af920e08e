using Jirani.Domain.Ledger;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Ledger;

/// <summary>Writes a booking within the transaction of what it is about: entries, and the balances that are their sum.</summary>
internal static class LedgerBook
{
    /// <summary>A fact that was booked before makes no row, and then none of the following statements does anything.</summary>
    private const string Begin = """
        insert into ledger_transactions (id, store_id, provider, kind, provider_id, order_id, payment_id, occurred_at)
        values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
        on conflict (provider, kind, provider_id) do nothing
        """;

    private const string OpenAccounts = """
        insert into ledger_accounts (store_id, code, currency)
        select $2, k.code, k.currency from unnest($3::text[], $4::text[]) k(code, currency)
        where exists (select from ledger_transactions where id = $1)
        order by k.code on conflict (store_id, code, currency) do nothing
        """;

    private const string Enter = """
        insert into ledger_entries (store_id, transaction_id, account_id, amount, currency)
        select t.store_id, t.id, a.id, k.amount, k.currency
        from unnest($3::text[], $4::text[], $5::numeric[]) k(code, currency, amount)
        join ledger_transactions t on t.id = $1
        join ledger_accounts a on a.store_id = $2 and a.code = k.code and a.currency = k.currency
        """;

    /// <summary>In the order of the accounts, so that two bookings of one store cannot cross.</summary>
    private const string Sum = """
        insert into store_balances (store_id, account_id, amount)
        select e.store_id, e.account_id, sum(e.amount) from ledger_entries e where e.store_id = $2 and e.transaction_id = $1
        group by e.store_id, e.account_id order by e.account_id
        on conflict (account_id) do update set amount = store_balances.amount + excluded.amount
        """;

    public static void AddTo(NpgsqlBatch batch, Guid storeId, Guid orderId, Guid paymentId, Booking booking)
    {
        if (booking.Lines.Count == 0)
        {
            return;
        }

        var id = Guid.CreateVersion7();
        batch.Add(
            Begin, Value(id), Value(storeId), Value(booking.Provider), Value(booking.Kind), Value(booking.ProviderId), Value(orderId), Value(paymentId));
        batch.Add(OpenAccounts, Value(id), Value(storeId), Codes(booking), Currencies(booking));
        batch.Add(Enter, Value(id), Value(storeId), Codes(booking), Currencies(booking), Column(booking.Lines, line => line.Amount.Amount));
        batch.Add(Sum, Value(id), Value(storeId));
    }

    private static NpgsqlParameter<string[]> Codes(Booking booking) => Column(booking.Lines, line => line.Account);

    private static NpgsqlParameter<string[]> Currencies(Booking booking) => Column(booking.Lines, line => line.Amount.Currency.Code);
}
