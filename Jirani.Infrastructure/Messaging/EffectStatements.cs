namespace Jirani.Infrastructure.Messaging;

/// <summary>What answering writes. The effects of every message and of every ADD are set-based, the rare ones plain.</summary>
internal static class EffectStatements
{
    /// <summary>In id order over all orders of the batch, so that two instances cannot cross.</summary>
    public const string LockProducts = "select from products where id = any($1) order by id for no key update";

    public const string LockOrders = "select from orders where id = any($1) order by id for no key update";

    /// <summary>An order that was paid meanwhile is not to be paid again, so its attempts stay as they are.</summary>
    public const string SupersedePayments = """
        update payment_transactions p set superseded_at = clock_timestamp()
        from orders o where o.store_id = $1 and o.id = $2 and o.status = 'pending'
          and p.store_id = o.store_id and p.order_id = o.id and p.status = 'pending' and p.superseded_at is null
        """;

    /// <summary>A worker begins it after the commit.</summary>
    public const string AskPayment = """
        insert into payment_transactions (id, store_id, order_id, provider, reference, amount, currency, payer_phone, network, start_due_at, poll_at)
        select $3, o.store_id, o.id, 'flutterwave', $4, o.total_amount, o.currency, $5, $6, clock_timestamp(), clock_timestamp() + $7
        from orders o
        where o.store_id = $1 and o.id = $2 and o.status = 'pending'
        """;

    public const string AskAboutPayments = """
        update payment_transactions set poll_at = clock_timestamp()
        where store_id = $1 and order_id = $2 and status = 'pending' and poll_at > clock_timestamp()
        """;

    public const string OpenCarts = """
        insert into cart_sessions (store_id, customer_id, session_id)
        select k.store_id, k.customer_id, k.session_id from unnest($1::uuid[], $2::uuid[], $3::text[]) k(store_id, customer_id, session_id)
        order by k.store_id, k.customer_id
        on conflict (store_id, customer_id) where status = 'open' do update set updated_at = now()
        """;

    /// <summary>Each line of a cart at most once; the order they were asked for in becomes their order in the cart.</summary>
    public const string SetCartLines = """
        insert into cart_items (store_id, cart_id, product_id, quantity, unit_price)
        select s.store_id, s.id, k.product_id, k.quantity, k.unit_price
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[], $5::numeric[]) with ordinality
            k(store_id, customer_id, product_id, quantity, unit_price, n)
        join cart_sessions s on s.store_id = k.store_id and s.customer_id = k.customer_id and s.status = 'open'
        order by k.n
        on conflict (cart_id, product_id) do update set quantity = excluded.quantity, unit_price = excluded.unit_price
        """;

    public const string RemoveCartLines = """
        delete from cart_items i
        using unnest($1::uuid[], $2::uuid[], $3::uuid[]) k(store_id, customer_id, product_id)
        join cart_sessions s on s.store_id = k.store_id and s.customer_id = k.customer_id and s.status = 'open'
        where i.store_id = s.store_id and i.cart_id = s.id and i.product_id = k.product_id
        """;

    public const string PlaceOrder = """
        insert into orders (id, store_id, order_number, customer_id, customer_phone, session_id, cart_id, total_amount, currency, expires_at)
        select $3, $1, $4, $2, $5, $6, s.id, $7, $8, $9
        from cart_sessions s where s.store_id = $1 and s.customer_id = $2 and s.status = 'open'
        """;

    public const string OrderLines = """
        insert into order_items (store_id, order_id, product_id, sku, name, quantity, unit_price, line_total)
        select $1, $2, k.product_id, k.sku, k.name, k.quantity, k.unit_price, k.line_total
        from unnest($3::uuid[], $4::text[], $5::text[], $6::numeric[], $7::numeric[], $8::numeric[]) with ordinality
            k(product_id, sku, name, quantity, unit_price, line_total, n)
        order by k.n
        """;

    /// <summary>The check on stock_quantity judges: whoever comes second for the last piece fails and is decided again.</summary>
    public const string TakeStock = """
        update products p set stock_quantity = p.stock_quantity - k.quantity
        from unnest($2::uuid[], $3::numeric[]) k(product_id, quantity)
        where p.store_id = $1 and p.id = k.product_id and p.stock_quantity is not null
        """;

    public const string BeginDelivery = "insert into deliveries (store_id, order_id) values ($1, $2)";

    public const string OrderPlaced = "insert into order_events (store_id, order_id, kind, actor) values ($1, $2, 'placed', 'customer')";

    public const string CloseCart =
        "update cart_sessions set status = 'checked_out' where store_id = $1 and customer_id = $2 and status = 'open'";

    /// <summary>The row is locked first and changed in the next statement: the clock must be read after the lock was had.</summary>
    public const string LockConsent =
        "select from customer_channel_opt_in where store_id = $1 and customer_id = $2 and channel_type = 'whatsapp' for update";

    public const string ChangeConsent = """
        update customer_channel_opt_in set is_opted_in = $3, consent_source = $4, consent_at = clock_timestamp()
        where store_id = $1 and customer_id = $2 and channel_type = 'whatsapp'
        """;

    public const string DropQueued = """
        with dropped as (
            update messaging_log set status = 'failed', error_message = 'opted_out', due_at = null
            where store_id = $1 and customer_id = $2 and due_at is not null and whatsapp_message_id is null
              and send_started_at is null and purpose <> 'consent'
            returning store_id, id)
        insert into message_status_events (store_id, message_id, status, occurred_at, error_text)
        select store_id, id, 'failed', clock_timestamp(), 'opted_out' from dropped
        """;

    public const string Replies = """
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, reply_to, due_at)
        select k.store_id, k.customer_id, k.phone, 'outbound_' || (k.payload::jsonb ->> 'type'), k.purpose, k.payload::jsonb, 'queued', k.reply_to, now()
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[]) with ordinality
            k(store_id, customer_id, phone, purpose, payload, reply_to, n)
        order by k.n
        """;

    public const string Processed = """
        update messaging_log set status = case message_type when 'inbound' then 'processed' else status end, due_at = null
        where id = any($1)
        """;

    /// <summary>Null keeps what is there; a window never shrinks.</summary>
    public const string Summaries = """
        update conversations c
        set last_message_at = greatest(c.last_message_at, k.last_message_at), last_direction = k.direction, preview = k.preview,
            unread = case when k.was_read then 0 else c.unread end + k.unread,
            window_until = greatest(c.window_until, k.window_until),
            bot_paused_until = greatest(c.bot_paused_until, k.paused_until),
            needs_person = coalesce(k.needs_person, c.needs_person),
            hinted_at = coalesce(k.hinted_at, c.hinted_at), limit_told_at = coalesce(k.limit_told_at, c.limit_told_at)
        from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::boolean[], $7::int[], $8::timestamptz[],
                $9::timestamptz[], $10::boolean[], $11::timestamptz[], $12::timestamptz[])
            k(store_id, customer_id, last_message_at, direction, preview, was_read, unread, window_until, paused_until, needs_person,
              hinted_at, limit_told_at)
        where c.store_id = k.store_id and c.customer_id = k.customer_id
        """;
}
