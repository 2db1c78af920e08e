using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jirani.Tests.Database;

public sealed class OwnerQueriesTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await Database.ExecuteAsync(Actor.Superuser, """
                insert into store_settings (id, user_id, store_slug, name, currency, country) values ($1, $2, $3, $4, $5, 'KE')
                """, Cancel, store.Id, store.OwnerId, store.Slug, store.Name, store.Currency);
        }
    }

    [Fact]
    public async Task A_command_after_the_transaction_throws_before_it_reaches_the_database()
    {
        await using var owners = OneConnection();

        await Assert.ThrowsAsync<InvalidOperationException>(() => owners.AsOwnerAsync(Cast.MamaNjeri.OwnerId, async (db, cancel) =>
        {
            await db.Database.CommitTransactionAsync(cancel);
            return await db.Set<StoreRecord>().CountAsync(cancel);
        }, Cancel));
    }

    [Fact]
    public async Task Another_stores_ids_find_nothing()
    {
        await using var owners = OneConnection();
        var conversation = await AddConversationAsync(Cast.NakatoFresh);

        Assert.NotNull(await new MessageQueries(owners).ThreadAsync(Cast.NakatoFresh.OwnerId, conversation, 30, null, Cancel));
        Assert.Null(await new MessageQueries(owners).ThreadAsync(Cast.MamaNjeri.OwnerId, conversation, 30, null, Cancel));
        Assert.Empty(await new ConversationQueries(owners, new SharedReads(new LiveFeed())).ListAsync(Cast.MamaNjeri.OwnerId, Cast.NakatoFresh.Id, ConversationFilter.All, 0, 30, Cancel));
    }

    private OwnerDatabase OneConnection() => OwnerDatabase.Create(
        new NpgsqlConnectionStringBuilder(Database.ConnectionString(Login.Dashboard)) { MaxPoolSize = 1 }.ConnectionString);

    private Task<Guid> AddConversationAsync(StoreCast store) => Database.ValueAsync<Guid>(Actor.Superuser, """
        with customer as (insert into customers (store_id, phone) values ($1, $2) returning store_id, id)
        insert into conversations (store_id, customer_id, last_message_at) select store_id, id, now() from customer returning id
        """, Cancel, store.Id, Cast.Otieno);
}
