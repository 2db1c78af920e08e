namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// What answering reads. Locks come first and every read is a later statement: lock and read in one would see the rows
/// as they were before the lock. Keys are $1 store ids and $2 customer ids.
/// </summary>
internal static class AnsweringStatements
{
    private const string Keys = "unnest($1::uuid[], $2::uuid[]) k(store_id, customer_id)";

    /// <summary>No key update: an insert whose foreign key points here must not wait for the worker.</summary>
    public const string Lock = $"""
        select c.store_id, c.customer_id, c.id, clock_timestamp()
        from {Keys} join conversations c on c.store_id = k.store_id and c.customer_id = k.customer_id
        order by c.store_id, c.customer_id
        for no key update of c skip locked
        """;

    /// <summary>Also for conversations that another instance holds, which tells them from those where nothing waits.</summary>
    public const string Waiting = $"""
        select k.store_id, k.customer_id, m.id, m.message_type = 'inbound', m.is_conversational, m.message_payload::text, m.created_at,
               coalesce(m.provider_at, m.created_at), m.customer_phone, m.wa_user_id, m.due_at <= now(), m.attempts
        from {Keys} cross join lateral (
            select * from messaging_log m
            where m.store_id = k.store_id and m.customer_id = k.customer_id and m.due_at is not null and m.whatsapp_message_id is not null
            order by m.id limit $3) m
        order by m.id
        """;

    /// <summary>The times of the 31 newest messages before these are enough to judge the limit of 30 in a minute.</summary>
    public const string Moment = $"""
        select c.store_id, c.customer_id, u.phone, u.wa_user_id, coalesce(o.is_opted_in, true), c.bot_paused_until, c.hinted_at, c.limit_told_at,
               coalesce((select array_agg(m.created_at) from (
                   select m.created_at from messaging_log m
                   where m.store_id = k.store_id and m.customer_id = k.customer_id and m.created_at > now() - interval '10 minutes'
                     and m.is_conversational and m.due_at is null
                   order by m.created_at desc limit 31) m), array[]::timestamptz[])
        from {Keys}
        join conversations c on c.store_id = k.store_id and c.customer_id = k.customer_id
        join customers u on u.store_id = k.store_id and u.id = k.customer_id
        left join customer_channel_opt_in o on o.store_id = k.store_id and o.channel_type = 'whatsapp' and o.customer_id = k.customer_id
        """;

    public const string LatestOrders = $"""
        select k.store_id, k.customer_id, {OrderColumns}
        from {Keys} cross join lateral (
            select * from orders o where o.store_id = k.store_id and o.customer_id = k.customer_id order by o.created_at desc limit 1) o
        left join deliveries d on d.store_id = o.store_id and d.order_id = o.id
        """;

    public const string Carts = $"""
        select k.store_id, k.customer_id, i.quantity, i.unit_price, {ProductColumns}
        from {Keys}
        join cart_sessions s on s.store_id = k.store_id and s.customer_id = k.customer_id and s.status = 'open'
        join cart_items i on i.store_id = s.store_id and i.cart_id = s.id
        join products p on p.store_id = i.store_id and p.id = i.product_id
        order by i.created_at
        """;

    public const string Stores = """
        select s.id, s.store_slug, s.name, s.currency, s.order_expiry_hours, s.time_zone, s.country
        from store_settings s where s.id in (select k.store_id from unnest($1::uuid[]) k(store_id))
        """;

    /// <summary>Round trip 2: once the texts are read, the products they name, and up to three near ones for each name that is none.</summary>
    public const string Products = $"""
        select k.store_id, k.sku, true, {ProductColumns}
        from unnest($1::uuid[], $2::text[]) k(store_id, sku)
        join products p on p.store_id = k.store_id and p.sku_key = upper(normalize(k.sku, nfc))
        union all
        select k.store_id, k.sku, false, {ProductColumns}
        from unnest($1::uuid[], $2::text[]) k(store_id, sku) cross join lateral near_products(k.store_id, k.sku) p
        where not exists (select from products e where e.store_id = k.store_id and e.sku_key = upper(normalize(k.sku, nfc)))
        """;

    public const string TrackedOrders = $"""
        select k.store_id, k.customer_id, {OrderColumns}, k.reference
        from unnest($1::uuid[], $2::uuid[], $3::text[]) k(store_id, customer_id, reference)
        join orders o on o.store_id = k.store_id and o.customer_id = k.customer_id
            and (o.order_number = k.reference or o.id::text = lower(k.reference))
        left join deliveries d on d.store_id = o.store_id and d.order_id = o.id
        """;

    /// <summary>The newest of each customer; a network that a number paid with before need not be asked for.</summary>
    public const string Payments = $"""
        select k.store_id, k.customer_id, p.order_id, p.status, p.payer_phone, p.network, p.superseded_at is null and p.status = 'pending', p.created_at
        from {Keys} cross join lateral (
            select p.* from orders o join payment_transactions p on p.store_id = o.store_id and p.order_id = o.id
            where o.store_id = k.store_id and o.customer_id = k.customer_id
            order by p.created_at desc limit 20) p
        """;

    /// <summary>One product of one store, for a change that an owner makes.</summary>
    public const string Product = $"select {ProductColumns} from products p where p.store_id = $1 and p.id = $2";

    /// <summary>Reserves $2 numbers in each store of $1; a number that is not used leaves a gap, no more.</summary>
    public const string OrderNumbers = """
        insert into order_numbers (store_id, last_number)
        select k.store_id, 1000 + k.wanted from unnest($1::uuid[], $2::int[]) k(store_id, wanted) order by k.store_id
        on conflict (store_id) do update set last_number = order_numbers.last_number + excluded.last_number - 1000
        returning store_id, last_number
        """;

    /// <summary>What news of a sender's ids does: see the function.</summary>
    public const string Link = "select link_customer($1, $2, $3, $4)";

    private const string ProductColumns = "p.id, p.sku, p.name, p.price, p.stock_quantity, p.quantity_step, p.is_active";

    private const string OrderColumns = """
        o.id, o.order_number, o.status, o.total_amount, o.currency, o.created_at, coalesce(o.expires_at, o.created_at + interval '24 hours'),
        o.delivery_status, d.courier, coalesce(d.eta, o.delivery_eta), d.tracking_url
        """;
}
