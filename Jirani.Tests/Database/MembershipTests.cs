using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class MembershipTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly Guid _wanjiku = Guid.Parse("cccccccc-0000-4000-8000-000000000003");

    public static TheoryData<string, string[]> Permissions => new()
    {
        { "owner", ["catalogue.read", "catalogue.write", "channel.write", "customers.read", "customers.write", "inbox.read", "inbox.write", "orders.read", "orders.write", "payments.read", "payments.write", "store.read", "store.write", "team.write"] },
        { "manager", ["catalogue.read", "catalogue.write", "customers.read", "customers.write", "inbox.read", "inbox.write", "orders.read", "orders.write", "payments.read", "store.read", "store.write"] },
        { "agent", ["catalogue.read", "customers.read", "inbox.read", "inbox.write", "orders.read", "store.read"] },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
        await StoreRows.AddAsync(Database, Cast.NakatoFresh, Cancel);
    }

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task A_role_holds_its_permissions_in_its_store_alone(string role, string[] expected)
    {
        await JoinAsync(Cast.MamaNjeri, role);

        var held = await Database.ListAsync<string>(Actor.Owner(_wanjiku), """
            select permission from unnest($1::text[]) permission where exists (select from my_stores(permission)) order by 1
            """, Cancel, (object)Permissions.First().Data.Item2);

        Assert.Equal(expected, held);
        Assert.Equal([Cast.MamaNjeri.Id], await Database.ListAsync<Guid>(Actor.Owner(_wanjiku), "select my_stores('store.read')", Cancel));
    }

    [Fact]
    public async Task The_owner_is_the_first_member() =>
        Assert.Equal("owner", await Database.ValueAsync<string>(Actor.Service,
            "select role from store_members where store_id = $1 and user_id = $2", Cancel, Cast.MamaNjeri.Id, Cast.MamaNjeri.OwnerId));

    [Fact]
    public async Task Somebody_in_two_stores_sees_both()
    {
        await JoinAsync(Cast.MamaNjeri, "agent");
        await JoinAsync(Cast.NakatoFresh, "manager");

        Assert.Equal(2, await Database.ValueAsync<long>(Actor.Owner(_wanjiku), "select count(*) from orders", Cancel));
        Assert.Equal([Cast.NakatoFresh.Id], await Database.ListAsync<Guid>(Actor.Owner(_wanjiku), "select store_id from payment_transactions", Cancel));
    }

    [Fact]
    public async Task An_agent_changes_no_price_and_a_manager_no_channel()
    {
        await JoinAsync(Cast.MamaNjeri, "agent");
        Assert.Equal(0, await Database.ExecuteAsync(Actor.Owner(_wanjiku), "update products set price = 1", Cancel));

        await Database.ExecuteAsync(Actor.Service, "update store_members set role = 'manager' where user_id = $1", Cancel, _wanjiku);

        Assert.Equal(1, await Database.ExecuteAsync(Actor.Owner(_wanjiku), "update products set price = 175", Cancel));
        Assert.Equal(0, await Database.ExecuteAsync(Actor.Owner(_wanjiku), "update business_channel_settings set is_active = false", Cancel));
    }

    [Fact]
    public async Task Nobody_makes_themselves_a_member()
    {
        var njeri = Actor.Owner(Cast.MamaNjeri.OwnerId);

        await Refusal.ExpectAsync(Database, njeri, "insert into store_members (store_id, user_id, role) values ($1, $2, 'owner')",
            [Refusal.NoPermission], Cancel, Cast.NakatoFresh.Id, Cast.MamaNjeri.OwnerId);
        await Refusal.ExpectAsync(Database, njeri, "update store_settings set user_id = $1", [Refusal.NoPermission], Cancel, _wanjiku);
    }

    private Task<int> JoinAsync(StoreCast store, string role) => Database.ExecuteAsync(
        Actor.Service, "insert into store_members (store_id, user_id, role) values ($1, $2, $3)", Cancel, store.Id, _wanjiku, role);
}
