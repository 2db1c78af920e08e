using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>Owner _njeri tries to write where she is not a member, and visitors try to write at all.</summary>
public sealed class TableWriteTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private static readonly Actor _njeri = Actor.Owner(Cast.MamaNjeri.OwnerId);
    private static readonly Actor _visitor = Actor.Public(StoreRows.Id(Cast.MamaNjeri, "order"));

    public static TheoryData<string> Tables => TableCase.Tables;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestDatabase Database => stores.Database;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_of_another_store_cannot_be_added(string table)
    {
        foreach (var actor in new[] { _njeri, Actor.Claiming(null), Actor.Claiming("garbage"), _visitor })
        {
            await Refusal.ExpectAsync(Database, actor, await InsertAsync(table, actor), [Refusal.NoPermission], Cancel);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_of_another_store_cannot_be_changed(string table)
    {
        var where = TableCase.Of(table).StoreColumn is { } column ? $"where {column} = '{Cast.NakatoFresh.Id}'" : "";
        foreach (var actor in new[] { _njeri, Actor.Claiming(null), Actor.Claiming("garbage"), _visitor })
        {
            var writable = await WritableColumnAsync(table, actor);
            var update = $"update {table} set {writable ?? "created_at"} = {writable ?? "created_at"} {where}";
            await ExpectUntouchedAsync(actor, update, isGranted: writable is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_of_another_store_cannot_be_deleted(string table)
    {
        var where = TableCase.Of(table).StoreColumn is { } column ? $"where {column} = '{Cast.NakatoFresh.Id}'" : "";
        foreach (var actor in new[] { _njeri, Actor.Claiming(null), Actor.Claiming("garbage"), _visitor })
        {
            var isGranted = await Database.ValueAsync<bool>(Actor.Superuser, $"select has_table_privilege('{actor.Role}', 'public.{table}', 'delete')", Cancel);
            await ExpectUntouchedAsync(actor, $"delete from {table} {where}", isGranted);
        }
    }

    [Fact]
    public async Task A_row_cannot_be_moved_into_another_store()
    {
        foreach (var table in TableCase.All.Where(table => table.StoreColumn is not null))
        {
            await Refusal.ExpectAsync(
                Database, _njeri, $"update {table.Table} set {table.StoreColumn} = '{Cast.NakatoFresh.Id}'", [Refusal.NoPermission], Cancel);
        }
    }

    private async Task ExpectUntouchedAsync(Actor actor, string sql, bool isGranted)
    {
        if (isGranted)
        {
            Assert.Equal(0, await Database.ExecuteAsync(actor, sql, Cancel));
        }
        else
        {
            await Refusal.ExpectAsync(Database, actor, sql, [Refusal.NoPermission], Cancel);
        }
    }

    // A copy of a row of the other store, in the columns the actor may write, or in all of them where they may write none.
    private async Task<string> InsertAsync(string table, Actor actor)
    {
        var columns = await Database.ListAsync<string>(Actor.Superuser, $"""
            with columns as (
                select attname, has_column_privilege('{actor.Role}', attrelid, attname, 'insert') as granted from pg_attribute
                where attrelid = 'public.{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '')
            select quote_ident(attname) from columns where granted or not exists (select from columns where granted)
            """, Cancel);
        var store = TableCase.Of(table).StoreColumn is { } column ? $"where {column} = '{Cast.NakatoFresh.Id}'" : "";
        var row = await Database.ListAsync<string>(Actor.Superuser, $"select to_jsonb(t)::text from {table} t {store} limit 1", Cancel);
        var list = string.Join(", ", columns);
        return $"insert into {table} ({list}) select {list} from jsonb_populate_record(null::{table}, '{row[0].Replace("'", "''", StringComparison.Ordinal)}')";
    }

    private async Task<string?> WritableColumnAsync(string table, Actor actor)
    {
        var columns = await Database.ListAsync<string>(Actor.Superuser, $"""
            select quote_ident(attname) from pg_attribute
            where attrelid = 'public.{table}'::regclass and attnum > 0 and not attisdropped
              and has_column_privilege('{actor.Role}', attrelid, attname, 'update')
              and has_column_privilege('{actor.Role}', attrelid, attname, 'select') limit 1
            """, Cancel);
        return columns is [var column] ? column : null;
    }
}
