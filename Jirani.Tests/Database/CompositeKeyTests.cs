using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

/// <summary>Row-level security does not guard foreign keys: the keys themselves keep a child out of another store's parent.</summary>
public sealed class CompositeKeyTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private const string CompositeKeys = """
        select json_build_object('name', k.conname, 'child', k.conrelid::regclass::text, 'parent', k.confrelid::regclass::text,
            'columns', (select json_agg(c.attname || '=' || p.attname order by c.attnum)
                        from unnest(k.conkey, k.confkey) pair (child, parent)
                        join pg_attribute c on c.attrelid = k.conrelid and c.attnum = pair.child
                        join pg_attribute p on p.attrelid = k.confrelid and p.attnum = pair.parent
                        where c.attname <> 'store_id'),
            'leaf', not exists (select from pg_constraint r where r.contype = 'f' and r.confrelid = k.conrelid))::text
        from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace and cardinality(k.conkey) > 1
        order by k.conname
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_row_can_point_at_a_parent_in_another_store()
    {
        var keys = await stores.Database.ListAsync<string>(Actor.Superuser, CompositeKeys, Cancel);

        Assert.True(keys.Count >= 20);
        foreach (var key in keys.Select(text => System.Text.Json.JsonDocument.Parse(text).RootElement))
        {
            await ExpectRefusedAsync(
                key.GetProperty("name").GetString()!,
                key.GetProperty("child").GetString()!,
                key.GetProperty("parent").GetString()!,
                [.. key.GetProperty("columns").EnumerateArray().Select(pair => pair.GetString()!.Split('='))],
                key.GetProperty("leaf").GetBoolean());
        }
    }

    private async Task ExpectRefusedAsync(string name, string child, string parent, string[][] columns, bool isLeaf)
    {
        await using var transaction = await stores.Database.BeginAsync(Actor.Superuser, Cancel);
        await transaction.ExecuteAsync($"alter table {child} disable trigger user", Cancel);   // records refuse every change
        if (isLeaf)
        {
            await transaction.ExecuteAsync($"delete from {child} where store_id = '{Cast.NakatoFresh.Id}'", Cancel);
        }

        var set = string.Join(", ", columns.Select(pair => $"{pair[0]} = p.{pair[1]}"));
        var own = string.Join(" and ", columns.Select(pair => $"c.{pair[0]} is not null"));
        var crossing = $"""
            update {child} c set {set}
            from (select * from {parent} where store_id = '{Cast.NakatoFresh.Id}' order by 1 limit 1) p
            where c.ctid = (select c.ctid from {child} c where c.store_id = '{Cast.MamaNjeri.Id}' and {own} limit 1)
            """;
        var refusal = await Record.ExceptionAsync(() => transaction.ExecuteAsync(crossing, Cancel));

        Assert.Equal((name, PostgresErrorCodes.ForeignKeyViolation),
            (name, refusal is PostgresException { ConstraintName: var broken } violation && broken == name ? violation.SqlState : refusal?.Message));
    }
}
