using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class BalanceQueriesTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddStoreAsync(Database, Cast.MamaNjeri, Cancel);
        await PaymentRecords.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task What_waits_for_a_decision_stands_apart() =>
        Assert.Equal([new Balance("KES", 0, 2024.53m, 1250, 0)], await AskAsync((books, owner) => books.OfStoreAsync(owner, Cast.MamaNjeri.Id, Cancel)));

    [Fact]
    public async Task A_balance_that_is_not_the_sum_of_its_entries_is_noticed()
    {
        Assert.True((await CheckAsync()).Agrees);

        await Database.ExecuteAsync(Actor.Superuser, "update store_balances set amount = amount + 1 where store_id = $1 and amount > 1000", Cancel, Cast.MamaNjeri.Id);
        var check = await CheckAsync();
        await Database.ExecuteAsync(Actor.Superuser, "update store_balances set amount = amount - 1 where store_id = $1 and amount > 1000", Cancel, Cast.MamaNjeri.Id);

        Assert.False(check.Agrees);
    }

    [Fact]
    public async Task The_books_of_another_store_are_not_there() =>
        Assert.Empty(await AskAsync((books, _) => books.OfStoreAsync(Cast.NakatoFresh.OwnerId, Cast.MamaNjeri.Id, Cancel)));

    private Task<LedgerCheck> CheckAsync() => AskAsync((books, owner) => books.CheckAsync(owner, Cast.MamaNjeri.Id, Cancel));

    private async Task<T> AskAsync<T>(Func<BalanceQueries, Guid, Task<T>> ask)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await ask(new BalanceQueries(owners, new SharedReads(new LiveFeed())), Cast.MamaNjeri.OwnerId);
    }
}
