using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jirani.Tests.Database;

/// <summary>Two owners on a pool of one connection: nothing of one is left for the other.</summary>
public sealed class OwnerDatabaseTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private const int Operations = 10_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_owners_in_turn_on_one_connection_never_see_each_others_rows()
    {
        await using var database = WithOneConnection();
        var owners = new[] { Cast.MamaNjeri, Cast.NakatoFresh };

        await Parallel.ForAsync(0, Operations, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (turn, cancellationToken) =>
        {
            var owner = owners[Random.Shared.Next(2)];
            Assert.Equal([owner.Id], await SeenAsync(database, owner.OwnerId, cancellationToken));
        });
    }

    [Fact]
    public async Task A_stranger_after_an_owner_sees_nothing()
    {
        await using var database = WithOneConnection();

        for (var turn = 0; turn < 50; turn++)
        {
            Assert.Equal([Cast.MamaNjeri.Id], await SeenAsync(database, Cast.MamaNjeri.OwnerId, Cancel));
            Assert.Empty(await SeenAsync(database, Guid.NewGuid(), Cancel));
        }
    }

    [Theory]
    [InlineData("select 1 / 0")]
    [InlineData("set local statement_timeout = '1ms'; select pg_sleep(1)")]
    [InlineData("select pg_terminate_backend(pg_backend_pid())")]
    public async Task What_fails_within_an_owners_transaction_leaves_the_next_user_clean(string failure)
    {
        await using var database = WithOneConnection();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => database.AsOwnerAsync(
            Cast.MamaNjeri.OwnerId, async (db, cancellationToken) => await db.Database.ExecuteSqlRawAsync(failure, cancellationToken), Cancel));

        Assert.Equal([Cast.NakatoFresh.Id], await SeenAsync(database, Cast.NakatoFresh.OwnerId, Cancel));
    }

    [Fact]
    public async Task An_owner_who_goes_away_in_the_middle_leaves_the_next_user_clean()
    {
        await using var database = WithOneConnection();
        using var leaving = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.AsOwnerAsync(Cast.MamaNjeri.OwnerId, async (db, _) =>
        {
            var query = db.Database.ExecuteSqlRawAsync("select pg_sleep(30)", leaving.Token);
            await leaving.CancelAsync();
            return await query;
        }, Cancel));

        Assert.Equal([Cast.NakatoFresh.Id], await SeenAsync(database, Cast.NakatoFresh.OwnerId, Cancel));
    }

    [Fact]
    public async Task Role_and_claim_that_somebody_set_for_the_session_are_gone_for_the_next()
    {
        var claims = $$"""{"sub":"{{Cast.MamaNjeri.OwnerId}}"}""";
        await using var database = WithOneConnection();

        await database.AsOwnerAsync(Cast.MamaNjeri.OwnerId, async (db, cancellationToken) =>
        {
            await db.Database.ExecuteSqlRawAsync("set session role authenticated", cancellationToken);
            return await db.Database.ExecuteSqlAsync($"select set_config('request.jwt.claims', {claims}, false)", cancellationToken);
        }, Cancel);

        Assert.Equal([Cast.NakatoFresh.Id], await SeenAsync(database, Cast.NakatoFresh.OwnerId, Cancel));
    }

    private static Task<List<Guid>> SeenAsync(OwnerDatabase database, Guid userId, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(userId, (db, cancel) =>
            db.Database.SqlQueryRaw<Guid>("select store_id as \"Value\" from public.orders").ToListAsync(cancel), cancellationToken);

    private OwnerDatabase WithOneConnection() => OwnerDatabase.Create(OneConnection());

    private string OneConnection() => new NpgsqlConnectionStringBuilder(stores.Database.ConnectionString(Login.Dashboard)) { MaxPoolSize = 1 }.ConnectionString;
}
