namespace Jirani.Infrastructure.Payments;

/// <summary>What moves a payment, its order and its story. $1 is the store, $2 the payment or the order.</summary>
internal static class SettlementStatements
{
    public const string Begin = """
        insert into payment_transactions
            (id, store_id, order_id, provider, reference, amount, currency, payer_phone, network, started_at, start_due_at, poll_at)
        values ($3, $1, $2, 'flutterwave', $4, $5, $6, $7, $8, case when $9 then null else clock_timestamp() end,
            case when $9 then clock_timestamp() end, clock_timestamp() + $10)
        """;

    public const string Supersede = """
        update payment_transactions set superseded_at = clock_timestamp()
        where store_id = $1 and order_id = $2 and id <> $3 and status = 'pending' and superseded_at is null
        """;

    /// <summary>An id that is known stays; a status that moved meanwhile is not moved back.</summary>
    public const string Started = """
        update payment_transactions
        set flw_charge_id = coalesce(flw_charge_id, $3), provider_status = coalesce($4, provider_status), note = $5, checkout_url = $6
        where store_id = $1 and id = $2
        """;

    public const string Failed = """
        update payment_transactions
        set status = $3, failure_reason = $4, provider_status = coalesce($5, provider_status), note = $6, poll_at = null
        where store_id = $1 and id = $2
        """;

    /// <summary>Also where it failed before: a late success counts.</summary>
    public const string Received = """
        update payment_transactions
        set status = $3, review_reason = $4, failure_reason = null, captured_amount = $5, captured_currency = $6, fee_amount = $7,
            captured_at = clock_timestamp(), flw_charge_id = coalesce(flw_charge_id, $8), provider_status = $9, polls = 0, poll_at = clock_timestamp() + $10
        where store_id = $1 and id = $2
        """;

    /// <summary>Without a wait it is not asked about any more.</summary>
    public const string AskedAgain = """
        update payment_transactions
        set polls = polls + 1, poll_at = clock_timestamp() + $3, flw_charge_id = coalesce(flw_charge_id, $4), provider_status = coalesce($5, provider_status)
        where store_id = $1 and id = $2
        """;

    public const string Settled = """
        update payment_transactions set settled_at = clock_timestamp(), fee_amount = fee_amount + $3, poll_at = null
        where store_id = $1 and id = $2
        """;

    public const string MoveOrder = "update orders set status = $3 where store_id = $1 and id = $2";

    public const string OrderEvent = """
        insert into order_events (store_id, order_id, kind, actor, actor_user_id, note) values ($1, $2, $3, $4, $5, $6)
        """;

    /// <summary>What the provider said when it was asked, as it came.</summary>
    public const string Heard = """
        insert into payment_events (store_id, transaction_id, provider, source, kind, provider_status, outcome, took_ms, body)
        values ($1, $2, 'flutterwave', $3, 'charge', $4, $5, $6, $7)
        """;

    /// <summary>Queued like any other reply: its sender asks for consent and the open window once more.</summary>
    public const string Tell = """
        with told as (
            insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, due_at)
            select c.store_id, c.customer_id, u.phone, 'outbound_text', $3, $4::jsonb, 'queued', clock_timestamp()
            from conversations c join customers u on u.store_id = c.store_id and u.id = c.customer_id
            where c.store_id = $1 and c.customer_id = $2
            returning store_id, customer_id)
        update conversations c set last_message_at = greatest(c.last_message_at, clock_timestamp()), last_direction = 'out', preview = $5
        from told where c.store_id = told.store_id and c.customer_id = told.customer_id
        """;

    /// <summary>In id order, as an order that is placed takes them.</summary>
    public const string LockStock = """
        select from products p where p.store_id = $1 and p.id in (
            select i.product_id from order_items i where i.store_id = $1 and i.order_id = $2)
        order by p.id for no key update
        """;

    /// <summary>The check on stock_quantity judges.</summary>
    public const string TakeStock = """
        update products p set stock_quantity = p.stock_quantity - k.quantity
        from (select i.product_id, sum(i.quantity) quantity from order_items i
              where i.store_id = $1 and i.order_id = $2 and i.product_id is not null group by i.product_id) k
        where p.store_id = $1 and p.id = k.product_id and p.stock_quantity is not null
        """;
}
