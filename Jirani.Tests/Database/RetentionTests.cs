using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class RetentionTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly Guid _store = Cast.MamaNjeri.Id;
    private static readonly Guid _otieno = StoreRows.Id(Cast.MamaNjeri, "customer");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task Nothing_of_an_erased_customer_is_left_in_any_column()
    {
        await SayAsync("update message_status_events set error_text = 'not on WhatsApp: 254712000111'", asRecordKeeper: true);
        Assert.NotEmpty(await ColumnsWithAsync(Cast.Otieno));

        await EraseAsync();

        Assert.Empty(await ColumnsWithAsync(Cast.Otieno));
        Assert.Empty(await ColumnsWithAsync("Otieno"));
        Assert.Empty(await ColumnsWithAsync("ADD SUGAR-1KG"));
    }

    [Fact]
    public async Task What_is_the_books_stays_when_a_customer_is_erased()
    {
        await EraseAsync();

        Assert.Equal(2, await CountAsync("ledger_entries"));
        Assert.Equal(1, await CountAsync("orders where total_amount = 360"));
        Assert.Equal(3, await CountAsync("messaging_log"));
        Assert.Equal(1, await CountAsync("consent_events"));
    }

    [Fact]
    public async Task An_erased_message_keeps_the_digest_of_its_id_and_waits_for_nothing()
    {
        await SayAsync("update messaging_log set due_at = now() where status = 'queued'");

        await EraseAsync();

        Assert.Equal(1, await CountAsync("messaging_log where whatsapp_message_id = message_digest('wamid.1')"));
        Assert.Equal(0, await CountAsync("messaging_log where due_at is not null or status in ('received', 'queued')"));
        Assert.Equal(3, await CountAsync("""messaging_log where message_payload = '{"erased": true}'"""));
    }

    [Fact]
    public async Task Erasing_twice_changes_nothing_more_and_the_person_may_come_again()
    {
        await EraseAsync();
        await EraseAsync();

        await SayAsync($"insert into customers (store_id, phone) values ('{_store}', '{Cast.Otieno}')");

        Assert.Equal(2, await CountAsync("customers"));
    }

    [Fact]
    public async Task Erasing_in_one_store_leaves_the_same_person_in_another()
    {
        await StoreRows.AddAsync(Database, Cast.NakatoFresh, Cancel);

        await EraseAsync();

        Assert.Equal(1, await CountAsync($"customers where store_id = '{Cast.NakatoFresh.Id}' and phone = '{Cast.Otieno}'"));
        Assert.Equal(3, await CountAsync($"messaging_log where store_id = '{Cast.NakatoFresh.Id}' and customer_phone is not null"));
    }

    [Fact]
    public async Task Pruning_takes_the_content_of_what_is_old_in_portions_and_spares_what_waits()
    {
        await SayAsync("update messaging_log set due_at = now() where status = 'queued'");
        await SayAsync("update conversations set last_message_at = now()");

        List<int> portions = [];
        do
        {
            portions.Add(await Database.ValueAsync<int>(Actor.Service, "select prune_messages(now() + interval '1 minute', 1)", Cancel));
        }
        while (portions[^1] > 0);

        Assert.Equal([1, 1, 0], portions);
        Assert.Equal(1, await CountAsync("messaging_log where status = 'queued' and customer_phone is not null"));
        Assert.Equal(0, await CountAsync("conversations where preview is not null"));
    }

    [Fact]
    public async Task Pruning_leaves_what_is_younger()
    {
        Assert.Equal(0, await Database.ValueAsync<int>(Actor.Service, "select prune_messages(now() - interval '1 day')", Cancel));

        Assert.Equal(0, await CountAsync("""messaging_log where message_payload = '{"erased": true}'"""));
    }

    private Task<int> EraseAsync() => Database.ExecuteAsync(Actor.Service, "select erase_customer($1, $2)", Cancel, _store, _otieno);

    private async Task SayAsync(string sql, bool asRecordKeeper = false) =>
        await Database.ExecuteAsync(asRecordKeeper ? new Actor(Login.Migrator, "jirani_archivist") : Actor.Service, sql, Cancel);

    private Task<long> CountAsync(string from) => Database.ValueAsync<long>(Actor.Superuser, $"select count(*) from {from}", Cancel);

    // Every column of every table, bytes too. Products and stores are not about the customer.
    private async Task<IReadOnlyList<string>> ColumnsWithAsync(string canary)
    {
        var queries = await Database.ListAsync<string>(Actor.Superuser, """
            select format('select %L from public.%I where position(%L in %s) > 0', c.table_name || '.' || column_name, c.table_name, '@canary',
                case data_type when 'bytea' then format('encode(%I, ''escape'')', column_name) else format('%I::text', column_name) end)
            from information_schema.columns c join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE' and c.table_name not in ('products', 'store_settings')
            """, Cancel);
        var all = new StringBuilder().AppendJoin(" union ", queries).Replace("@canary", canary).ToString();
        return await Database.ListAsync<string>(Actor.Superuser, all, Cancel);
    }
}
