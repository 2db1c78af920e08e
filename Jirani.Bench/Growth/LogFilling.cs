using Jirani.Bench.Rig;

namespace Jirani.Bench.Growth;

/// <summary>
/// Years of chats made in minutes: a hundred messages for each customer, a message and its reply in turn, all customers
/// mixed so that no thread lies together on disk. Without triggers and foreign keys, which would only slow it down.
/// </summary>
internal sealed class LogFilling(Cluster cluster)
{
    private const string People = """
        set session_replication_role = replica;
        insert into customers (store_id, phone, name)
        select c.store_id, (254100000000 + n)::text, 'Otieno ' || n
        from business_channel_settings c, generate_series({0} / 100 + 1, {1} / 100) n where c.wa_phone_number_id = '100000000000001';
        insert into conversations (store_id, customer_id, last_message_at, last_direction, preview, window_until)
        select store_id, id, now() - random() * interval '30 days', 'out', 'Added 1 Sugar 1 kg', now() from customers k
        where phone like '2541%' and not exists (select from conversations c where c.store_id = k.store_id and c.customer_id = k.id);
        insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source)
        select store_id, id, phone, 'first_message' from customers on conflict do nothing;
        """;

    private const string Messages = """
        set session_replication_role = replica;
        set synchronous_commit = off;
        with people as materialized (select store_id, id, phone, row_number() over (order by phone) - 1 place from customers where phone like '2541%'),
        many as (select count(*) people from people)
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, whatsapp_message_id,
            is_conversational, provider_at, created_at)
        select p.store_id, p.id, p.phone, case n % 2 when 0 then 'inbound' else 'outbound_text' end, case n % 2 when 1 then 'reply' end,
            case n % 2 when 0 then '{{"id": "wamid", "type": "text", "text": {{"body": "ADD SUGAR-1KG 1"}}}}'::jsonb
                else '{{"type": "text", "text": {{"preview_url": false, "body": "Added 1 Sugar 1 kg. It makes KES 1,080. CHECKOUT to order."}}}}'::jsonb end,
            case n % 2 when 0 then 'processed' else 'read' end, 'wamid.HBgMMjU0NzEyMzQ1Njc4FQIAEhggRTE2QzNGOTk5.' || n,
            n % 2 = 0, t.said_at, t.said_at
        from generate_series({0} + 1, {1}) n cross join many
        join people p on p.place = (n / 2) % many.people
        cross join lateral (select now() - interval '2 hours' - (5000000 - n) * interval '5 seconds') t(said_at);
        """;

    public async Task RunAsync(int from, int to, CancellationToken cancellationToken)
    {
        await RunAsync(People, from, to, cancellationToken);
        await RunAsync(Messages, from, to, cancellationToken);
        await cluster.ExecuteAsync("vacuum analyze", cancellationToken);
        await cluster.ExecuteAsync("checkpoint", cancellationToken);
    }

    private Task RunAsync(string sql, int from, int to, CancellationToken cancellationToken) =>
        cluster.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, from, to), cancellationToken);
}
