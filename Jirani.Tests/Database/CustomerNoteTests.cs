using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class CustomerNoteTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly Guid _otieno = StoreRows.Id(Cast.MamaNjeri, "customer");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task Notes_go_with_a_customer_who_turns_out_to_be_another()
    {
        var other = await Database.ValueAsync<Guid>(Actor.Superuser, """
            with made as (insert into customers (store_id, wa_user_id) values ($1, 'KE.77') returning id, store_id),
                 talk as (insert into conversations (store_id, customer_id) select store_id, id from made)
            select id from made
            """, Cancel, Cast.MamaNjeri.Id);

        await Database.ListAsync<string>(Actor.Service, "select link_customer($1, $2, $3, 'KE.77')", Cancel, Cast.MamaNjeri.Id, other, Cast.Otieno);

        Assert.Equal([other], await Database.ListAsync<Guid>(Actor.Superuser, "select customer_id from customer_notes", Cancel));
    }

    [Fact]
    public async Task Nothing_is_remembered_of_whoever_was_erased()
    {
        await Database.ListAsync<object>(Actor.Service, "select erase_customer($1, $2)::text", Cancel, Cast.MamaNjeri.Id, _otieno);

        Assert.Empty(await Database.ListAsync<Guid>(Actor.Superuser, "select id from customer_notes", Cancel));
    }

    [Fact]
    public async Task A_note_has_screens_look_again_at_its_customer()
    {
        var before = await Database.ValueAsync<DateTime>(Actor.Superuser, "select updated_at from customers where id = $1", Cancel, _otieno);

        await Database.ExecuteAsync(Actor.Owner(Cast.MamaNjeri.OwnerId),
            "insert into customer_notes (store_id, customer_id, text) values ($1, $2, 'Has a dog')", Cancel, Cast.MamaNjeri.Id, _otieno);

        Assert.True(await Database.ValueAsync<DateTime>(Actor.Superuser, "select updated_at from customers where id = $1", Cancel, _otieno) > before);
    }
}
