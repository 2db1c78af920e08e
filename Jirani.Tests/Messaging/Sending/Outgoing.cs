using System.Text.Json;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>Replies that wait, made without a dialogue, and what became of them.</summary>
internal static class Outgoing
{
    private const string Welcome = """
        with made as (
            insert into customers (store_id, phone)
            select s.id, p.phone from store_settings s, unnest($2::text[]) p(phone) where s.store_slug = $1
            on conflict (store_id, phone) do nothing
            returning store_id, id, phone),
        opened as (insert into conversations (store_id, customer_id, window_until) select store_id, id, now() + interval '1 day' from made)
        insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source)
        select store_id, id, phone, 'first_message' from made
        """;

    private const string Queue = """
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, due_at)
        select c.store_id, c.id, c.phone, 'outbound_text', $4,
            jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', 'Reply ' || n || ' to ' || c.phone)), 'queued', now() + $5
        from customers c join store_settings s on s.id = c.store_id, generate_series(1, $3) n
        where s.store_slug = $1 and c.phone = any($2)
        order by n, c.phone
        returning id
        """;

    private static readonly JsonSerializerOptions _columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string[] Phones(int count) =>
        [.. Enumerable.Range(0, count).Select(n => (254_711_000_000 + n).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Everybody's first reply, then everybody's second, and so on.</summary>
    /// <returns>The ids, in the order of the log.</returns>
    public static async Task<IReadOnlyList<long>> QueueAsync(
        this TestDatabase database, StoreCast store, string[] phones, CancellationToken cancellationToken,
        int each = 1, string purpose = "reply", TimeSpan dueIn = default)
    {
        await database.ExecuteAsync(Actor.Superuser, Welcome, cancellationToken, store.Slug, phones);
        return await database.ListAsync<long>(Actor.Superuser, Queue, cancellationToken, store.Slug, phones, each, purpose, dueIn);
    }

    public static async Task<long> QueueOneAsync(this TestDatabase database, StoreCast store, CancellationToken cancellationToken, string purpose = "reply") =>
        Assert.Single(await database.QueueAsync(store, [Cast.Otieno], cancellationToken, purpose: purpose));

    public static async Task<LogRow> RowAsync(this TestDatabase database, long id, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<LogRow>(
            await database.ValueAsync<string>(Actor.Superuser, "select to_json(m)::text from messaging_log m where id = $1", cancellationToken, id),
            _columns)!;

    public static async Task<LogRow> WaitForRowAsync(
        this TestDatabase database, long id, string what, Func<LogRow, bool> condition, CancellationToken cancellationToken)
    {
        var row = await database.RowAsync(id, cancellationToken);
        await WaitUntil.TrueAsync(
            $"message {id} {what}", async () => condition(row = await database.RowAsync(id, cancellationToken)), TimeSpan.FromSeconds(40), cancellationToken);
        return row;
    }

    public static Task<LogRow> WaitForStatusAsync(this TestDatabase database, long id, string status, CancellationToken cancellationToken) =>
        database.WaitForRowAsync(id, $"is {status}", row => row.Status == status, cancellationToken);

    /// <summary>Makes a message that waits for its next attempt due at once.</summary>
    public static Task HurryAsync(this TestDatabase database, long id, CancellationToken cancellationToken) =>
        database.ExecuteAsync(Actor.Superuser, "update messaging_log set due_at = now() where id = $1 and due_at is not null", cancellationToken, id);
}
