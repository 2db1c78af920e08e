using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

public sealed class LedgerTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly Guid _booking = StoreRows.Id(Cast.MamaNjeri, "second booking");
    private static readonly Guid _receivable = StoreRows.Id(Cast.MamaNjeri, "account");
    private static readonly Guid _sales = StoreRows.Id(Cast.MamaNjeri, "contra");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task Entries_that_sum_to_zero_commit_whatever_their_order()
    {
        await using var transaction = await BookAsync("cash-1");
        await EnterAsync(transaction, _receivable, 120.50m);
        await EnterAsync(transaction, _sales, -120.50m);

        await transaction.ExecuteAsync("set constraints all immediate", Cancel);
    }

    [Fact]
    public async Task Entries_that_do_not_sum_to_zero_do_not_commit()
    {
        await using var transaction = await BookAsync("cash-1");
        await EnterAsync(transaction, _receivable, 120.50m);
        await EnterAsync(transaction, _sales, -120.49m);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => transaction.CommitAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refusal.SqlState);
    }

    [Fact]
    public async Task A_later_entry_cannot_unbalance_what_is_booked()
    {
        await using var transaction = await Database.BeginAsync(Actor.Service, Cancel);
        await EnterAsync(transaction, _receivable, 1, StoreRows.Id(Cast.MamaNjeri, "booking"));

        await Assert.ThrowsAsync<PostgresException>(() => transaction.CommitAsync(Cancel));
    }

    [Fact]
    public async Task A_fact_of_the_provider_is_booked_once()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => BookAsync($"charge-{Cast.MamaNjeri.Slug}"));

        Assert.Equal("ledger_transactions_book_a_fact_once", refusal.ConstraintName);
    }

    [Fact]
    public async Task An_entry_has_the_currency_of_its_account()
    {
        await using var transaction = await BookAsync("cash-1");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => EnterAsync(transaction, _receivable, 5, currency: "UGX"));

        Assert.Equal("ledger_entries_stay_with_their_account", refusal.ConstraintName);
    }

    private async Task<ActorTransaction> BookAsync(string providerId)
    {
        var transaction = await Database.BeginAsync(Actor.Service, Cancel);
        await transaction.ExecuteAsync(
            "insert into ledger_transactions (id, store_id, provider, kind, provider_id, occurred_at) values ($1, $2, 'flutterwave', 'charge', $3, now())",
            Cancel, _booking, Cast.MamaNjeri.Id, providerId);
        return transaction;
    }

    private static Task<int> EnterAsync(ActorTransaction transaction, Guid account, decimal amount, Guid? booking = null, string currency = "KES") =>
        transaction.ExecuteAsync("insert into ledger_entries (store_id, transaction_id, account_id, amount, currency) values ($1, $2, $3, $4, $5)",
            Cancel, Cast.MamaNjeri.Id, booking ?? _booking, account, amount, currency);
}
