using System.Diagnostics;
using Jirani.Bench.Growth;
using Jirani.Bench.Rig;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;

namespace Jirani.Bench.Inbox;

/// <summary>
/// What an owner asks of the inbox, with little and with much in the log: its first page in every scope, the numbers beside the
/// filters, and a search by each kind of word.
/// </summary>
internal static class InboxBench
{
    private const int Times = 60;
    private const int Page = 31;
    private const double MostList = 2;
    private const double MostSearch = 100;

    /// <summary>
    /// One conversation in two hundred is unread, waits, owes or fills a cart, and one says something rare; thirty of each at least, so
    /// that every page is full on every database.
    /// </summary>
    private const string Life = """
        create unlogged table lots as
        select id, store_id, customer_id, (row_number() over (order by hashtext(id::text)) - 1) / greatest(30, count(*) over () / 200) as lot
        from conversations where store_id = (select id from store_settings where store_slug = 'mama-njeri');
        update conversations c set unread = 1 from lots where lots.id = c.id and lot = 0;
        update conversations c set needs_person = true from lots where lots.id = c.id and lot = 1;
        insert into orders (id, store_id, order_number, customer_id, session_id, status, total_amount, currency)
        select gen_random_uuid(), store_id, 'B' || row_number() over (), customer_id, 'wa:x', 'pending', 0, 'KES' from lots where lot = 2;
        insert into cart_sessions (store_id, session_id, customer_id) select store_id, 'wa:x', customer_id from lots where lot in (0, 2)
        on conflict do nothing;
        insert into cart_items (store_id, cart_id, product_id, quantity, unit_price)
        select c.store_id, c.id, p.id, 2, 180 from cart_sessions c join products p on p.store_id = c.store_id and p.sku = 'SUGAR-1KG' on conflict do nothing;
        insert into messaging_log (store_id, customer_id, message_type, message_payload, status, whatsapp_message_id, created_at)
        select store_id, customer_id, 'inbound', '{"type": "text", "text": {"body": "Mna mchele wa pishori?"}}', 'processed', 'wamid.rare.' || id, now() - interval '1 day'
        from lots where lot = 1;
        drop table lots;
        vacuum analyze
        """;

    private static readonly (string Name, ConversationFilter Filter)[] _asked =
    [
        ("everyone", ConversationFilter.All),
        ("waiting", new(ConversationScope.Waiting)),
        ("others", new(ConversationScope.Others)),
        ("unread", new(ConversationScope.Unread)),
        ("unpaid", new(ConversationScope.Unpaid)),
        ("open cart", new(ConversationScope.OpenCart)),
        ("closing soon", new(ConversationScope.Closing)),
        ("said stop", new(ConversationScope.OptedOut)),
        ("by name", new(ConversationScope.Any, "otieno 77")),
        ("by phone", new(ConversationScope.Any, "0100 000 077")),
        ("by order", new(ConversationScope.Any, "#B1")),
        ("by rare word", new(ConversationScope.Any, "pishori")),
        ("by common word", new(ConversationScope.Any, "sugar")),
        ("by no word", new(ConversationScope.Any, "zzyzx")),
    ];

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await Levels.BuildAsync(cancellationToken);
        var measured = new Dictionary<(string Name, int Rows), double[]>();
        foreach (var (database, rows) in Levels.All)
        {
            await using var cluster = new Cluster(database);
            foreach (var statement in Life.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                await cluster.ExecuteAsync(statement.TrimEnd(';'), cancellationToken);
            }

            await MeasureAsync(cluster, rows, measured, cancellationToken);
        }

        return Tell(measured) ? 0 : 1;
    }

    private static async Task MeasureAsync(
        Cluster cluster, int rows, Dictionary<(string Name, int Rows), double[]> measured, CancellationToken cancellationToken)
    {
        await using var owners = OwnerDatabase.Create(cluster.ConnectionString("jirani_dashboard"));
        var conversations = new ConversationQueries(owners, new SharedReads(new LiveFeed()));
        var store = await cluster.ValueAsync<Guid>("select id from store_settings where store_slug = 'mama-njeri'", cancellationToken);
        var owner = await cluster.ValueAsync<Guid>("select user_id from store_settings where store_slug = 'mama-njeri'", cancellationToken);
        foreach (var (name, filter) in _asked)
        {
            measured[(name, rows)] = await TimesAsync(() => conversations.ListAsync(owner, store, filter, 0, Page, cancellationToken));
        }

        measured[("the whole inbox", rows)] = await TimesAsync(() => conversations.InboxAsync(owner, store, new(ConversationScope.Others), 0, Page, cancellationToken));
    }

    /// <summary>The first calls make plans and connections, and are not counted.</summary>
    private static async Task<double[]> TimesAsync(Func<Task> call)
    {
        var times = new List<double>();
        for (var turn = 0; turn < Times; turn++)
        {
            var since = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return [.. times.Skip(Times / 10).Order()];
    }

    private static bool Tell(Dictionary<(string Name, int Rows), double[]> measured)
    {
        var levels = Levels.All.Select(level => level.Rows).ToList();
        Console.WriteLine($"{"",-16} {string.Join(' ', levels.Select(rows => $"{rows,19:#,##0}"))}  median / p95 in milliseconds; {MachineLoad.Now()}");
        foreach (var name in measured.Keys.Select(key => key.Name).Distinct())
        {
            Console.WriteLine($"{name,-16} {string.Join(' ', levels.Select(rows => $"{Median(name, rows),9:0.00} {P95(name, rows),9:0.00}"))}");
        }

        var growth = Median("the whole inbox", levels[^1]) / Median("the whole inbox", levels[0]);
        var slowest = _asked.Where(asked => asked.Filter.Search is not null).Max(asked => levels.Max(rows => P95(asked.Name, rows)));
        Console.WriteLine($"the inbox grew {growth:0.00} times (at most {MostList}); the slowest search has a p95 of {slowest:0.0} ms (at most {MostSearch})");
        return growth <= MostList && slowest <= MostSearch;

        double Median(string name, int rows) => Statistics.Percentile(measured[(name, rows)], 0.5);
        double P95(string name, int rows) => Statistics.Percentile(measured[(name, rows)], 0.95);
    }
}
