using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>What the catalogue must never come to say, whoever adds a table, a view or a function.</summary>
public sealed class CatalogueTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Every_table_has_row_level_security_enabled_and_forced_and_a_policy() => ExpectNothingAsync("""
        select relname::text from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and (not relrowsecurity or not relforcerowsecurity or not exists (select from pg_policy where polrelid = c.oid))
        """);

    [Fact]
    public Task No_policy_of_members_forgets_to_ask_for_a_permission() => ExpectNothingAsync("""
        select tablename || ': ' || policyname from pg_policies
        where 'authenticated' = any (roles) and coalesce(qual, '') || coalesce(with_check, '') not like '%my_stores(%'
        """);

    [Fact]
    public Task No_policy_speaks_to_everybody() => ExpectNothingAsync(
        "select tablename || ': ' || policyname from pg_policies where 'public' = any (roles)");

    [Fact]
    public Task Every_view_asks_as_its_caller() => ExpectNothingAsync("""
        select relname::text from pg_class
        where relnamespace = 'public'::regnamespace
          and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}')
        """);

    [Fact]
    public Task Every_definer_function_has_a_search_path_of_its_own() => ExpectNothingAsync("""
        select proname::text from pg_proc
        where pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
          and prosecdef and not coalesce(array_to_string(proconfig, ','), '') like '%search_path=%'
        """);

    [Fact]
    public Task No_function_of_ours_can_be_called_by_everybody() => ExpectNothingAsync("""
        select p.oid::regprocedure::text from pg_proc p
        where pronamespace in ('public'::regnamespace, 'auth'::regnamespace, 'identity'::regnamespace)
          and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)
        """);

    [Fact]
    public Task Nothing_is_granted_to_everybody() => ExpectNothingAsync("""
        select c.oid::regclass::text from pg_class c cross join lateral aclexplode(c.relacl) a
        where relnamespace in ('public'::regnamespace, 'identity'::regnamespace, 'migrations'::regnamespace) and a.grantee = 0
        union all
        select nspname::text from pg_namespace n cross join lateral aclexplode(n.nspacl) a
        where nspname in ('public', 'auth', 'identity', 'migrations', 'extensions') and a.grantee = 0
        """);

    [Fact]
    public Task Nobody_but_the_migrator_and_the_archivist_owns_anything() => ExpectNothingAsync("""
        select c.oid::regclass::text from pg_class c
        where relnamespace in ('public'::regnamespace, 'identity'::regnamespace, 'migrations'::regnamespace)
          and relowner <> 'jirani_migrator'::regrole
        union all
        select oid::regprocedure::text from pg_proc
        where pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
          and proowner not in ('jirani_migrator'::regrole, 'jirani_archivist'::regrole)
        """);

    [Fact]
    public Task Every_instant_knows_its_time_zone() => ExpectNothingAsync("""
        select table_name || '.' || column_name from information_schema.columns
        where table_schema in ('public', 'identity') and (data_type in ('timestamp without time zone', 'real', 'double precision')
           or column_name like '%\_at' and data_type <> 'timestamp with time zone')
        """);

    [Fact]
    public Task Every_table_says_when_a_row_was_made() => ExpectNothingAsync("""
        select relname::text from pg_class c
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and not exists (select from pg_attribute where attrelid = c.oid and attname = 'created_at' and not attisdropped)
        """);

    [Fact]
    public Task Every_check_and_foreign_key_has_a_name_that_says_something() => ExpectNothingAsync("""
        select conrelid::regclass || ': ' || conname from pg_constraint
        where connamespace = 'public'::regnamespace and contype = 'c' and conname ~ '_check[0-9]*$'
        """);

    [Fact]
    public Task Every_foreign_key_of_a_tenant_table_carries_the_store() => ExpectNothingAsync("""
        select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace
          and not exists (
            select from unnest(k.conkey, k.confkey) pair (child, parent)
            join pg_attribute c on c.attrelid = k.conrelid and c.attnum = pair.child
            join pg_attribute p on p.attrelid = k.confrelid and p.attnum = pair.parent
            where c.attname = 'store_id' and p.attname = case k.confrelid::regclass::text when 'store_settings' then 'id' else 'store_id' end)
        """);

    [Fact]
    public Task Every_foreign_key_has_an_index_to_find_the_children_by() => ExpectNothingAsync("""
        select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace
          and k.confrelid not in ('public.store_settings'::regclass, 'public.ledger_accounts'::regclass)
          and not exists (
            select from pg_index i where i.indrelid = k.conrelid
              and (select bool_or(i.indkey[place] = any (k.conkey) and a.attname <> 'store_id')
                   from generate_series(0, 1) place join pg_attribute a on a.attrelid = k.conrelid and a.attnum = i.indkey[place]))
        """);

    private async Task ExpectNothingAsync(string sql) =>
        Assert.Empty(await stores.Database.ListAsync<string>(Actor.Superuser, sql, Cancel));
}
