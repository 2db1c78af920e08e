-- Finding an order by number, customer, phone in any writing or a product's code; and the tabs of the list with their counts.
-- Definer, because text operators are not leakproof: under row-level security no index would serve them.
create index orders_by_status on public.orders (store_id, status, created_at desc, id);
create index orders_closed on public.orders (store_id, created_at desc, id) where status in ('cancelled', 'expired', 'refunded');
create index order_items_by_sku on public.order_items (store_id, lower(sku), id desc);

-- The five hundred that are newest, or fewer where what is looked for is common: whom a rare name or number means the index knows, and
-- all their orders count; a common one, and what is too short for the index, is looked for among the newest three thousand orders.
-- A common product stands in most orders, so each code brings its newest five hundred.
create function public.search_orders(store uuid, term text) returns setof uuid
    language sql stable security definer
    set search_path = ''
as $$
    with asked as materialized (
        select '%' || regexp_replace(lower(btrim(term)), '([\\%_])', '\\\1', 'g') || '%' as words,
               ltrim(regexp_replace(term, '[^0-9]', '', 'g'), '0') as digits,
               ltrim(btrim(term), '#') as number,
               term ~ '[[:alnum:]]{3}' as is_indexed),
    people as materialized (
        (select u.id from asked join public.customers u
            on u.store_id = store and asked.is_indexed and lower(coalesce(u.name, '') || ' ' || coalesce(u.username, '')) like asked.words
         limit 301)
        union all
        (select u.id from asked join public.customers u
            on u.store_id = store and length(asked.digits) >= 3 and coalesce(u.phone, '') like '%' || asked.digits || '%'
         limit 301)),
    met as materialized (select count(*) as people, count(*) > 300 or not bool_or(asked.is_indexed) as is_common from asked left join people on true),
    codes as materialized (
        select lower(btrim(term)) as sku
        union
        (select lower(p.sku) from asked join public.products p on p.store_id = store and lower(p.sku) like asked.words order by 1 limit 10)),
    found as (
        select o.id from asked join public.orders o on o.store_id = store and o.order_number = asked.number
        union
        select o.id from met join people on not met.is_common cross join lateral (
            select o.id from public.orders o where o.store_id = store and o.customer_id = people.id
            order by o.created_at desc limit (select greatest(20, 500 / greatest(met.people, 1)) from met)) o
        union
        select o.id
        from (select n.id, n.customer_id from public.orders n
              where n.store_id = store and (select met.is_common from met) order by n.created_at desc, n.id limit 3000) o
        join public.customers u on u.store_id = store and u.id = o.customer_id
        cross join asked
        where lower(coalesce(u.name, '') || ' ' || coalesce(u.username, '')) like asked.words
           or length(asked.digits) >= 3 and coalesce(u.phone, '') like '%' || asked.digits || '%'
        union
        select i.order_id from codes cross join lateral (
            select i.order_id from public.order_items i where i.store_id = store and lower(i.sku) = codes.sku order by i.id desc limit 500) i)
    select o.id from found join public.orders o on o.store_id = store and o.id = found.id
    where btrim(term) <> '' and store = any (array(select public.my_stores('orders.read')))
    order by o.created_at desc, o.id
    limit 500
$$;
grant execute on function public.search_orders(uuid, text) to authenticated;
