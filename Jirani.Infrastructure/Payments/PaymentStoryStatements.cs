namespace Jirani.Infrastructure.Payments;

/// <summary>All of them: $1 the payment. What the caller may not see is not there.</summary>
internal static class PaymentStoryStatements
{
    public const string Payment = $"""
        select {PaymentStatements.Columns},
            t.store_id, t.store_id = any (array(select my_stores('payments.write'))), t.order_id, o.status, t.amount, t.currency,
            (select c.id from conversations c where c.store_id = o.store_id and c.customer_id = o.customer_id), t.review_reason, t.note,
            (select max(e.created_at) from order_events e where e.store_id = o.store_id and e.order_id = o.id and e.kind in ('expired', 'cancelled')),
            t.captured_at, t.settled_at, t.resolved_at
        from payment_transactions t
        join orders o on o.store_id = t.store_id and o.id = t.order_id
        join customers u on u.store_id = o.store_id and u.id = o.customer_id
        where t.id = $1
        """;

    public const string Attempts = $"""
        select t.id, t.provider, t.payer_phone, t.created_at, t.started_at,
            coalesce((select min(e.created_at) from payment_events e
                      where e.store_id = t.store_id and e.transaction_id = t.id and e.outcome = 'failed'), t.updated_at),
            t.superseded_at, {PaymentStatements.Facts}
        from payment_transactions p join payment_transactions t on t.store_id = p.store_id and t.order_id = p.order_id
        where p.id = $1
        order by t.created_at, t.id
        """;

    /// <summary>Asking went on for a day: the latest tell it.</summary>
    public const string Occurrences = """
        select e.id, e.transaction_id, e.source, e.kind, e.provider_status, e.outcome, e.took_ms, e.created_at
        from payment_transactions p
        join payment_transactions t on t.store_id = p.store_id and t.order_id = p.order_id
        join payment_events e on e.store_id = t.store_id and e.transaction_id = t.id
        where p.id = $1
        order by e.id desc
        limit 200
        """;

    public const string Refunds = """
        select r.id, r.amount, r.currency, r.status, r.reason, r.failure_reason, r.created_at, r.ended_at
        from payment_transactions p join payment_refunds r on r.store_id = p.store_id and r.transaction_id = p.id
        where p.id = $1
        order by r.created_at, r.id
        """;

    public const string Entries = """
        select e.id, a.code, e.amount, e.currency, l.kind, l.occurred_at
        from payment_transactions p
        join ledger_transactions l on l.store_id = p.store_id and l.payment_id = p.id
        join ledger_entries e on e.store_id = l.store_id and e.transaction_id = l.id
        join ledger_accounts a on a.store_id = e.store_id and a.id = e.account_id
        where p.id = $1
        order by e.id
        """;

    public const string Lines = """
        select i.name, i.quantity, d.stock_quantity
        from payment_transactions p
        join order_items i on i.store_id = p.store_id and i.order_id = p.order_id
        left join products d on d.store_id = i.store_id and d.id = i.product_id
        where p.id = $1
        order by i.id
        """;
}
