-- What must never be false. Prints nothing while all is well: psql -AtqX -f db/tests/invariants.sql, as superuser.
-- Each row begins with the sentence that is broken. Written so that a big log is read by index or hashed once.

select 'two messages of one store have one message id', store_id, whatsapp_message_id, count(*)
from public.messaging_log
where whatsapp_message_id is not null
group by store_id, whatsapp_message_id
having count(*) > 1;

select 'a message came again after its first copy was erased', m.store_id, m.id
from public.messaging_log erased
join public.messaging_log m on m.store_id = erased.store_id
    and 'sha256:' || encode(sha256(convert_to(m.whatsapp_message_id, 'UTF8')), 'hex') = erased.whatsapp_message_id
where erased.whatsapp_message_id like 'sha256:%';

select 'a message was received over a minute ago and is not processed', store_id, id, created_at
from public.messaging_log
where status = 'received' and created_at < clock_timestamp() - interval '1 minute';

select 'a ledger transaction does not sum to zero', store_id, transaction_id, currency, sum(amount)
from public.ledger_entries
group by store_id, transaction_id, currency
having sum(amount) <> 0;

select 'an order is under way without exactly one captured payment of its amount', o.store_id, o.id, o.status, count(p.id)
from public.orders o
left join public.payment_transactions p on p.order_id = o.id and p.status = 'succeeded'
where o.status in ('processing', 'shipped', 'delivered')
group by o.store_id, o.id
having count(p.id) <> 1 or bool_or(p.amount <> o.total_amount or p.currency <> o.currency);

select 'a fact of a provider is in the ledger twice', provider, kind, provider_id, count(*)
from public.ledger_transactions
group by provider, kind, provider_id
having count(*) > 1;

select 'a balance is not the sum of its entries', account_id, b.amount, e.amount
from (select account_id, sum(amount) as amount from public.ledger_entries group by account_id) e
full join public.store_balances b using (account_id)
where coalesce(b.amount, 0) <> coalesce(e.amount, 0);

select 'stock is below zero', store_id, id, sku, stock_quantity
from public.products
where stock_quantity < 0;

select 'a row stands in another store than its parent', child, id
from (
    select 'customer_aliases', c.alias, c.store_id, p.store_id from public.customer_aliases c join public.customers p on p.id = c.customer_id
    union all select 'conversations', c.id::text, c.store_id, p.store_id from public.conversations c join public.customers p on p.id = c.customer_id
    union all select 'channel_senders', c.channel_id::text, c.store_id, p.store_id
        from public.channel_senders c join public.business_channel_settings p on p.id = c.channel_id
    union all select 'messaging_log', c.id::text, c.store_id, p.store_id from public.messaging_log c join public.customers p on p.id = c.customer_id
    union all select 'messaging_log', c.id::text, c.store_id, p.store_id from public.messaging_log c join public.messaging_log p on p.id = c.reply_to
    union all select 'messaging_log', c.id::text, c.store_id, p.store_id from public.messaging_log c join public.messaging_log p on p.id = c.retry_of
    union all select 'customer_channel_opt_in', c.id::text, c.store_id, p.store_id
        from public.customer_channel_opt_in c join public.customers p on p.id = c.customer_id
    union all select 'consent_events', c.id::text, c.store_id, p.store_id from public.consent_events c join public.customers p on p.id = c.customer_id
    union all select 'message_status_events', c.id::text, c.store_id, p.store_id
        from public.message_status_events c join public.messaging_log p on p.id = c.message_id
    union all select 'cart_sessions', c.id::text, c.store_id, p.store_id from public.cart_sessions c join public.customers p on p.id = c.customer_id
    union all select 'cart_items', c.cart_id::text, c.store_id, p.store_id from public.cart_items c join public.cart_sessions p on p.id = c.cart_id
    union all select 'cart_items', c.cart_id::text, c.store_id, p.store_id from public.cart_items c join public.products p on p.id = c.product_id
    union all select 'orders', c.id::text, c.store_id, p.store_id from public.orders c join public.customers p on p.id = c.customer_id
    union all select 'orders', c.id::text, c.store_id, p.store_id from public.orders c join public.cart_sessions p on p.id = c.cart_id
    union all select 'order_items', c.id::text, c.store_id, p.store_id from public.order_items c join public.orders p on p.id = c.order_id
    union all select 'order_items', c.id::text, c.store_id, p.store_id from public.order_items c join public.products p on p.id = c.product_id
    union all select 'order_events', c.id::text, c.store_id, p.store_id from public.order_events c join public.orders p on p.id = c.order_id
    union all select 'deliveries', c.id::text, c.store_id, p.store_id from public.deliveries c join public.orders p on p.id = c.order_id
    union all select 'payment_transactions', c.id::text, c.store_id, p.store_id
        from public.payment_transactions c join public.orders p on p.id = c.order_id
    union all select 'payment_refunds', c.id::text, c.store_id, p.store_id
        from public.payment_refunds c join public.payment_transactions p on p.id = c.transaction_id
    union all select 'payment_events', c.id::text, c.store_id, p.store_id
        from public.payment_events c join public.payment_transactions p on p.id = c.transaction_id
    union all select 'ledger_transactions', c.id::text, c.store_id, p.store_id from public.ledger_transactions c join public.orders p on p.id = c.order_id
    union all select 'ledger_transactions', c.id::text, c.store_id, p.store_id
        from public.ledger_transactions c join public.payment_transactions p on p.id = c.payment_id
    union all select 'ledger_entries', c.id::text, c.store_id, p.store_id
        from public.ledger_entries c join public.ledger_transactions p on p.id = c.transaction_id
    union all select 'ledger_entries', c.id::text, c.store_id, p.store_id from public.ledger_entries c join public.ledger_accounts p on p.id = c.account_id
    union all select 'store_balances', c.account_id::text, c.store_id, p.store_id
        from public.store_balances c join public.ledger_accounts p on p.id = c.account_id
) as pair (child, id, store_id, parent_store_id)
where store_id is distinct from parent_store_id;

select 'the total of an order is not the sum of its lines', o.store_id, o.id, o.total_amount, sum(i.line_total)
from public.orders o
left join public.order_items i on i.order_id = o.id
group by o.store_id, o.id
having o.total_amount <> coalesce(sum(i.line_total), 0);

select 'a customer has two open carts in one store', store_id, customer_id, count(*)
from public.cart_sessions
where status = 'open'
group by store_id, customer_id
having count(*) > 1;

select 'the status of a message is below one it had', m.store_id, m.id, m.status, e.status
from public.message_status_events e
join public.messaging_log m on m.id = e.message_id
where public.status_rank(e.status) > public.status_rank(m.status);

-- A merge writes the state that holds from then on; what the two customers were sent before it was judged by their own records.
select 'a message went out to a customer who had opted out', m.store_id, m.id, o.occurred_at, m.send_started_at
from public.consent_events o
cross join lateral (
    select min(n.occurred_at) as at from public.consent_events n
    where n.store_id = o.store_id and n.customer_id = o.customer_id and n.channel_type = o.channel_type and n.is_opted_in and n.id > o.id
) back
join public.messaging_log m on m.store_id = o.store_id and m.customer_id = o.customer_id
    and m.send_started_at > o.occurred_at and (back.at is null or m.send_started_at < back.at)
where not o.is_opted_in and m.message_type <> 'inbound' and m.purpose <> 'consent'
  and not exists (select from public.consent_events x
                  where x.store_id = o.store_id and x.customer_id = o.customer_id and x.channel_type = o.channel_type
                    and x.consent_source = 'merge' and x.id > o.id);

select 'an order has two live payment attempts', store_id, order_id, count(*)
from public.payment_transactions
where status = 'pending' and superseded_at is null
group by store_id, order_id
having count(*) > 1;

-- What came, less what went back, stands in sales or in suspense, and nowhere else.
select 'the money of a payment is not what the ledger says of it', p.store_id, p.id, p.captured_amount, p.refunded_amount, e.amount
from public.payment_transactions p
left join lateral (
    select -sum(e.amount) as amount
    from public.ledger_transactions t
    join public.ledger_entries e on e.store_id = t.store_id and e.transaction_id = t.id
    join public.ledger_accounts a on a.store_id = e.store_id and a.id = e.account_id
    where t.store_id = p.store_id and t.payment_id = p.id and a.code in ('sales', 'suspense')) e on true
where p.captured_at is not null and coalesce(p.captured_amount, 0) - p.refunded_amount <> coalesce(e.amount, 0);

select 'the ledger holds money of a payment that brought none', t.store_id, t.id, t.payment_id
from public.ledger_transactions t
join public.payment_transactions p on p.id = t.payment_id
where p.status not in ('succeeded', 'review');

select 'more went back than came', p.store_id, p.id, p.captured_amount, sum(r.amount)
from public.payment_transactions p
join public.payment_refunds r on r.transaction_id = p.id and r.status <> 'failed'
group by p.store_id, p.id
having sum(r.amount) > coalesce(p.captured_amount, 0);

select 'what went back is not the sum of its refunds', p.store_id, p.id, p.refunded_amount, coalesce(sum(r.amount), 0)
from public.payment_transactions p
left join public.payment_refunds r on r.transaction_id = p.id and r.status = 'succeeded'
group by p.store_id, p.id
having p.refunded_amount <> coalesce(sum(r.amount), 0);
