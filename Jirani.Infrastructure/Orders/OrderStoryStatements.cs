namespace Jirani.Infrastructure.Orders;

/// <summary>All of them: $1 the order. What the caller may not see is not there.</summary>
internal static class OrderStoryStatements
{
    public const string Order = $"""
        select {OrderStatements.Columns},
            o.store_id, o.store_id = any (array(select my_stores('orders.write'))), o.store_id = any (array(select my_stores('payments.write'))),
            o.customer_id, (select count(*)::int from orders other where other.store_id = o.store_id and other.customer_id = o.customer_id),
            c.id, c.window_until,
            coalesce((select n.is_opted_in from customer_channel_opt_in n
                      where n.store_id = o.store_id and n.customer_id = o.customer_id and n.channel_type = 'whatsapp'), true),
            coalesce(d.status, o.delivery_status), d.courier, coalesce(d.eta, o.delivery_eta), d.tracking_url, o.expires_at
        from orders o
        {OrderStatements.Joins}
        left join conversations c on c.store_id = o.store_id and c.customer_id = o.customer_id
        left join deliveries d on d.store_id = o.store_id and d.order_id = o.id
        where o.id = $1
        """;

    public const string Items = """
        select i.sku, i.name, i.quantity, i.unit_price, i.line_total from order_items i
        join orders o on o.store_id = i.store_id and o.id = i.order_id
        where o.id = $1 order by i.id
        """;

    public const string Payments = $"""
        select {OrderStatements.Payment} from orders o
        join payment_transactions t on t.store_id = o.store_id and t.order_id = o.id
        where o.id = $1 order by t.created_at, t.id
        """;

    public const string Occurrences = """
        select e.id, e.kind, e.actor, coalesce(e.actor_user_id = auth.uid(), false), m.role, e.note, e.created_at
        from orders o
        join order_events e on e.store_id = o.store_id and e.order_id = o.id
        left join store_members m on m.store_id = e.store_id and m.user_id = e.actor_user_id
        where o.id = $1 order by e.id desc limit 200
        """;
}
