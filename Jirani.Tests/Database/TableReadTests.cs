using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

public sealed class TableReadTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private const string NoClaim = "(no claim)";

    private static readonly Guid _mamaNjerisOrder = StoreRows.Id(Cast.MamaNjeri, "order");

    public static TheoryData<string> Tables => TableCase.Tables;

    public static TheoryData<string> UnreadableClaims =>
    [
        NoClaim, "", " ", "null", "not json", "{", "{}", "[]", "42", "\"text\"", """{"sub":""}""", """{"sub":null}""", """{"sub":"njeri"}""",
        """{"sub":{"id":1}}""", """{"sub":"\u0000"}""", """{"sub":1e400}""", """{"role":"service_role"}""",
        """{"sub":"aaaaaaaa-0000-4000-8000-000000000001"}""", """{"SUB":"aaaaaaaa-0000-4000-8000-0000000000ff"}""",
        new string('[', 100_000),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestDatabase Database => stores.Database;

    [Fact]
    public async Task Every_table_has_a_case()
    {
        var tables = await Database.ListAsync<string>(Actor.Superuser,
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f', 'v') order by 1", Cancel);

        Assert.Equal(TableCase.All.Select(table => table.Table).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task An_owner_sees_the_rows_of_their_own_store_and_no_other(string table)
    {
        var walls = TableCase.Of(table);
        var owner = Actor.Owner(Cast.MamaNjeri.OwnerId);

        if (walls.MembersRead)
        {
            var own = await CountAsync(Actor.Superuser, $"{table} where {walls.StoreColumn} = '{Cast.MamaNjeri.Id}'");
            Assert.True(own > 0);
            Assert.Equal(own, await CountAsync(owner, table));
            Assert.Equal(0, await CountAsync(owner, $"{table} where {walls.StoreColumn} = '{Cast.NakatoFresh.Id}'"));
        }
        else
        {
            await Refusal.ExpectAsync(Database, owner, $"select count(*) from {table}", [Refusal.NoPermission], Cancel);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_service_sees_every_row(string table)
    {
        var all = await CountAsync(Actor.Superuser, table);

        Assert.True(all >= 2);
        Assert.Equal(all, await CountAsync(Actor.Service, table));
    }

    [Theory]
    [MemberData(nameof(UnreadableClaims))]
    public async Task A_claim_that_names_nobody_shows_no_row_and_no_error_of_its_own(string said)
    {
        var claims = said == NoClaim ? null : said;
        foreach (var actor in new[] { Actor.Claiming(claims), new Actor(Login.Public, "anon", claims) })
        {
            foreach (var table in TableCase.All)
            {
                Assert.Equal(0, await CountOrNoPermissionAsync(actor, table.Table));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_link_to_an_order_shows_that_order_and_nothing_else(string table)
    {
        var walls = TableCase.Of(table);
        var visitor = Actor.Public(_mamaNjerisOrder);
        var key = table == "store_settings" ? Cast.MamaNjeri.Id : _mamaNjerisOrder;

        if (walls.PublicKey is { } column)
        {
            Assert.Equal(await CountAsync(Actor.Superuser, $"{table} where {column} = '{key}'"), await CountAsync(visitor, table));
            Assert.Equal(0, await CountAsync(visitor, $"{table} where {column} <> '{key}'"));
        }
        else
        {
            await Refusal.ExpectAsync(Database, visitor, $"select count(*) from {table}", [Refusal.NoPermission], Cancel);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_login_that_took_no_role_sees_nothing(string table)
    {
        foreach (var login in new[] { Login.Dashboard, Login.Public, Login.Identity })
        {
            await Refusal.ExpectAsync(Database, new Actor(login), $"select count(*) from public.{table}", [Refusal.NoPermission], Cancel);
        }
    }

    private Task<long> CountAsync(Actor actor, string from) => Database.ValueAsync<long>(actor, $"select count(*) from {from}", Cancel);

    private async Task<long> CountOrNoPermissionAsync(Actor actor, string table)
    {
        try
        {
            return await CountAsync(actor, table);
        }
        catch (PostgresException refusal) when (refusal.SqlState == Refusal.NoPermission)
        {
            Assert.Equal($"permission denied for table {table}", refusal.MessageText);
            return 0;
        }
    }
}
