-- Finding a payment by order number, customer, phone in any writing, receipt or reference; and two filters of the list.
-- Definer, because text operators are not leakproof: under row-level security no index would serve them.
create index payment_transactions_open on public.payment_transactions (store_id, created_at desc, id) where status = 'pending';
create index payment_transactions_given_back on public.payment_transactions (store_id, created_at desc, id)
    where refunded_amount > 0 or resolution = 'refunded';
create index payment_refunds_under_way on public.payment_refunds (store_id, transaction_id) where status = 'pending';

-- The five hundred that are newest. A customer's phone is found by its digits without the zero or country code somebody put before
-- it; a payer who is somebody else by the whole number, with or without the code of a country in which mobile money is taken.
create function public.search_payments(store uuid, term text) returns setof uuid
    language sql stable security definer
    set search_path = ''
as $$
    with asked as materialized (
        select '%' || regexp_replace(lower(btrim(term)), '([\\%_])', '\\\1', 'g') || '%' as words,
               ltrim(regexp_replace(term, '[^0-9]', '', 'g'), '0') as digits,
               ltrim(btrim(term), '#') as number,
               array[btrim(term), lower(btrim(term))] as ids),
    people as (
        select u.id from asked join public.customers u
            on u.store_id = store and lower(coalesce(u.name, '') || ' ' || coalesce(u.username, '')) like asked.words
        union
        select u.id from asked join public.customers u
            on u.store_id = store and length(asked.digits) >= 3 and coalesce(u.phone, '') like '%' || asked.digits || '%'),
    found as (
        select t.id from asked
        join public.orders o on o.store_id = store and o.order_number = asked.number
        join public.payment_transactions t on t.store_id = store and t.order_id = o.id
        union
        select t.id from people
        join public.orders o on o.store_id = store and o.customer_id = people.id
        join public.payment_transactions t on t.store_id = store and t.order_id = o.id
        union
        select t.id from asked join public.payment_transactions t
            on t.store_id = store and length(asked.digits) >= 6
            and t.payer_phone = any (array(select code || asked.digits from unnest(array['', '254', '256', '255', '250', '265', '233']) code))
        union
        select t.id from asked join public.payment_transactions t on t.reference = any (asked.ids) and t.store_id = store
        union
        select t.id from asked join public.payment_transactions t on t.flw_charge_id = any (asked.ids) and t.store_id = store)
    select t.id from found join public.payment_transactions t on t.store_id = store and t.id = found.id
    where btrim(term) <> '' and store = any (array(select public.my_stores('payments.read')))
    order by t.created_at desc, t.id
    limit 500
$$;
grant execute on function public.search_payments(uuid, text) to authenticated;
