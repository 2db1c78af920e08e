-- Finding a conversation by name, username, phone in any writing, or order number; and who waits for a person.
-- Definer, because text operators are not leakproof: under row-level security no index would serve them.
create index conversations_waiting on public.conversations (store_id, last_message_at desc, id) where needs_person;
create index customers_by_words on public.customers
    using gin (lower(coalesce(name, '') || ' ' || coalesce(username, '')) extensions.gin_trgm_ops, phone extensions.gin_trgm_ops);

-- The fifty that were active last. A phone is found by its digits without the zero or country code somebody put before it.
create function public.search_conversations(store uuid, term text) returns setof uuid
    language sql stable security definer
    set search_path = ''
as $$
    with asked as materialized (
        select '%' || regexp_replace(lower(btrim(term)), '([\\%_])', '\\\1', 'g') || '%' as words,
               ltrim(regexp_replace(term, '[^0-9]', '', 'g'), '0') as digits,
               ltrim(btrim(term), '#') as number)
    select c.id
    from asked
    cross join lateral (
        select u.id from public.customers u
        where u.store_id = store and lower(coalesce(u.name, '') || ' ' || coalesce(u.username, '')) like asked.words
        union
        select u.id from public.customers u
        where u.store_id = store and length(asked.digits) >= 3 and u.phone like '%' || asked.digits || '%'
        union
        select o.customer_id from public.orders o
        where o.store_id = store and o.order_number = asked.number) found
    join public.conversations c on c.store_id = store and c.customer_id = found.id
    where btrim(term) <> '' and store = any (array(select public.my_stores('inbox.read')))
    order by c.last_message_at desc nulls last, c.id
    limit 50
$$;
grant execute on function public.search_conversations(uuid, text) to authenticated;
