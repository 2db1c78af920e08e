using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>What became of a round's messages: each kept, answered once, in order, and the carts exactly what was asked for.</summary>
internal sealed class LogAudit(Cluster cluster)
{
    private const string Waiting = "select count(*) from messaging_log where due_at is not null and whatsapp_message_id is not null";

    private const string Lost = """
        select count(*) from unnest($1::text[]) k(id)
        where not exists (select from messaging_log m where m.whatsapp_message_id = k.id and m.message_type = 'inbound' and m.status = 'processed'
            and m.store_id = (select c.store_id from business_channel_settings c where c.wa_phone_number_id = '100000000000001'))
        """;

    private const string Round = """
        with said as materialized (
            select m.id, m.customer_id, m.whatsapp_message_id, split_part(m.message_payload -> 'text' ->> 'body', ' ', 2) sku
            from customers c join messaging_log m on m.store_id = c.store_id and m.customer_id = c.id
            where c.phone like $1 and m.message_type = 'inbound'),
        answers as materialized (
            select r.id, r.reply_to, r.customer_id
            from customers c join messaging_log r on r.store_id = c.store_id and r.customer_id = c.id
            where c.phone like $1 and r.reply_to is not null)
        """;

    private const string AnsweredWrongly = Round + """
        select count(*) from (select s.id from said s left join answers a on a.reply_to = s.id group by s.id having count(a.id) <> 1) x
        """;

    private const string OutOfOrder = Round + """
        select (select count(*) from (select whatsapp_message_id < lag(whatsapp_message_id) over (partition by customer_id order by id) late from said) x where late)
             + (select count(*) from (select reply_to < lag(reply_to) over (partition by customer_id order by id) late from answers) x where late)
        """;

    private const string WrongCarts = Round + """
        , wanted as (select customer_id, sku, count(*)::numeric quantity from said group by 1, 2),
        had as (
            select s.customer_id, p.sku, sum(i.quantity) quantity
            from cart_sessions s join cart_items i on i.cart_id = s.id join products p on p.id = i.product_id
            where s.session_id like 'wa:' || $1 group by 1, 2)
        select count(*) from wanted w full join had h using (customer_id, sku) where w.quantity is distinct from h.quantity
        """;

    /// <summary>Ends when nothing waits to be answered.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (await cluster.ValueAsync<long>(Waiting, cancellationToken) > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <returns>What is wrong, each as a sentence; nothing while all is well.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(Crowd crowd, int[] sent, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        var ids = sent.SelectMany((count, connection) => Enumerable.Range(0, count).Select(turn => crowd.Id(connection, turn))).ToArray();
        var phones = crowd.PhonePrefix + "%";
        var faults = new List<string>(await Invariants.BrokenAsync(cluster, cancellationToken));
        Add("acknowledged messages are not in the log", await cluster.ValueAsync<long>(Lost, cancellationToken, [ids]));
        Add("messages were not answered exactly once", await cluster.ValueAsync<long>(AnsweredWrongly, cancellationToken, phones));
        Add("messages or answers are out of order", await cluster.ValueAsync<long>(OutOfOrder, cancellationToken, phones));
        Add("cart lines differ from what was asked for", await cluster.ValueAsync<long>(WrongCarts, cancellationToken, phones));
        return faults;

        void Add(string what, long count)
        {
            if (count > 0)
            {
                faults.Add($"{count} {what}");
            }
        }
    }
}
