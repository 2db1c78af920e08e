using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

/// <summary>What somebody could do who got a statement of their own through one of the app's logins.</summary>
public sealed class LoginPrivilegeTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private static readonly Actor[] _everybodyInTheApp =
    [
        Actor.Service, Actor.Owner(Cast.MamaNjeri.OwnerId), Actor.Public(StoreRows.Id(Cast.MamaNjeri, "order")),
        new(Login.Dashboard), new(Login.Public), new(Login.Identity),
    ];

    private static readonly Dictionary<string, string> _rolesToTake = new()
    {
        [Login.Migrator] = "jirani_archivist",
        [Login.Service] = "service_role",
        [Login.Dashboard] = "authenticated",
        [Login.Public] = "anon",
        [Login.Identity] = "",
    };

    public static TheoryData<string> Attempts =>
    [
        "create table public.mine (id int)", "create schema mine", "create temporary table mine (id int)",
        "create function public.mine() returns int language sql as 'select 1'", "create extension pgcrypto schema extensions", "create role mine",
        "copy (select 1) to program 'true'", "copy public.products from program 'true'", "copy (select 1) to '/tmp/mine'", "copy public.products from '/etc/passwd'",
        "select pg_read_file('PG_VERSION')", "select pg_ls_dir('.')", "select lo_import('/etc/passwd')", "select pg_reload_conf()",
        "set session_replication_role = replica", "set session authorization postgres",
        "alter table public.products disable row level security", "alter table public.products no force row level security",
        "alter table public.messaging_log disable trigger user", "drop table public.products", "truncate public.messaging_log", "drop trigger messaging_log_rows_stay on public.messaging_log",
        """alter policy "members see the products of their stores" on public.products using (true)""",
        "create policy mine on public.products using (true)", """drop policy "members see the products of their stores" on public.products""",
        "alter function public.my_stores(text) security invoker", "alter role current_user bypassrls", "grant service_role to jirani_dashboard",
        "delete from migrations.journal", "select rolpassword from pg_authid",
        "create or replace function auth.uid() returns uuid language sql as 'select gen_random_uuid()'",
        "create function extensions.mine() returns int language sql as 'select 1'",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestDatabase Database => stores.Database;

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task No_login_of_the_app_can(string attempt)
    {
        foreach (var actor in _everybodyInTheApp)
        {
            await Refusal.ExpectAsync(Database, actor, attempt, [Refusal.NoPermission], Cancel);
        }
    }

    [Fact]
    public async Task No_login_takes_a_role_that_is_not_its_own()
    {
        var roles = await Database.ListAsync<string>(Actor.Superuser, "select rolname::text from pg_roles", Cancel);

        foreach (var login in Login.All)
        {
            foreach (var role in roles.Except([login, _rolesToTake[login], .. login == Login.Migrator ? ["pg_database_owner"] : Array.Empty<string>()]))
            {
                await Refusal.ExpectAsync(Database, new Actor(login), $"set role {role}", [Refusal.NoPermission], Cancel);
            }
        }
    }

    [Fact]
    public async Task A_role_that_was_taken_gives_no_way_to_another()
    {
        foreach (var actor in _everybodyInTheApp.Where(actor => actor.Role is not null))
        {
            foreach (var role in new[] { "service_role", "jirani_migrator", "jirani_archivist", "jirani_service", "postgres", "pg_read_all_data" })
            {
                await Refusal.ExpectAsync(Database, actor, $"set role {role}", [Refusal.NoPermission], Cancel);
            }
        }
    }

    [Fact]
    public async Task Only_the_identity_login_comes_to_the_people_who_sign_in()
    {
        foreach (var actor in _everybodyInTheApp.Where(actor => actor.Login != Login.Identity))
        {
            await Refusal.ExpectAsync(Database, actor, "select * from identity.users", [Refusal.NoPermission], Cancel);
            await Refusal.ExpectAsync(Database, actor, "select * from identity.data_protection_keys", [Refusal.NoPermission], Cancel);
        }

        Assert.Empty(await Database.ListAsync<Guid>(new Actor(Login.Identity), "select id from identity.users", Cancel));
    }

    [Fact]
    public async Task The_functions_that_change_records_are_the_services_alone()
    {
        var store = Cast.MamaNjeri.Id;
        foreach (var actor in _everybodyInTheApp.Where(actor => actor != Actor.Service))
        {
            await Refusal.ExpectAsync(Database, actor, "select public.prune_messages(now())", [Refusal.NoPermission], Cancel);
            await Refusal.ExpectAsync(Database, actor, $"select public.erase_customer('{store}', '{store}')", [Refusal.NoPermission], Cancel);
            await Refusal.ExpectAsync(Database, actor, $"select public.link_customer('{store}', '{store}', '254712000111', null)", [Refusal.NoPermission], Cancel);
            await Refusal.ExpectAsync(Database, actor, "select public.erase_messages('{1}')", [Refusal.NoPermission], Cancel);
        }

        await Refusal.ExpectAsync(Database, Actor.Service, "select public.erase_messages('{1}')", [Refusal.NoPermission], Cancel);
    }

    [Fact]
    public async Task Only_logins_that_must_bypass_row_level_security_and_none_is_a_superuser()
    {
        var bypassing = await Database.ListAsync<string>(Actor.Superuser,
            "select rolname::text from pg_roles where rolbypassrls and not rolsuper order by 1", Cancel);
        var mighty = await Database.ListAsync<string>(Actor.Superuser,
            "select rolname::text from pg_roles where rolname like 'jirani%' and (rolsuper or rolcreaterole or rolcreatedb or rolreplication)", Cancel);

        Assert.Equal(["jirani_archivist", "jirani_migrator"], bypassing);
        Assert.Empty(mighty);
    }

    [Fact]
    public async Task Switching_row_level_security_off_reads_nothing()
    {
        await using var transaction = await Database.BeginAsync(Actor.Owner(Cast.MamaNjeri.OwnerId), Cancel);
        await transaction.ExecuteAsync("set local row_security = off", Cancel);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => transaction.ListAsync<long>("select count(*) from orders", Cancel));

        Assert.Equal(Refusal.NoPermission, refusal.SqlState);
    }
}
