-- How often a word is said decides how it is found: of a rare one the index knows every message, of a common one the newest
-- messages are soon enough. Only a plan made for the very word can choose, so each search is planned with it.
create or replace function public.search_messages(store uuid, term text) returns setof uuid
    language plpgsql stable
    set search_path = ''
as $$
declare
    words tsquery := (
        select to_tsquery('simple'::regconfig, string_agg("left"(store::text, 8) || word[1] || ':*', ' & '))
        from regexp_matches(lower(term), '(\w{2,})', 'g') word
        where term ~ '[[:alpha:]]');
begin
    return query execute $search$
        select distinct m.customer_id from (
            select customer_id from public.messaging_log
            where (message_type = 'inbound' or purpose = 'owner') and store_id = $1
              and public.message_words(store_id, message_payload) @@ $2
            order by id desc
            limit 500) m
        $search$ using store, words;
end;
$$;

-- An index of trigrams also answers phone = '2547…', only two hundred times slower than the unique one beside it, and the
-- planner takes it for that. Over an expression it serves searches alone.
drop index public.customers_by_words;
create index customers_by_words on public.customers
    using gin (lower(coalesce(name, '') || ' ' || coalesce(username, '')) extensions.gin_trgm_ops, coalesce(phone, '') extensions.gin_trgm_ops);

create or replace function public.search_conversations(store uuid, term text) returns setof uuid
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
        where u.store_id = store and length(asked.digits) >= 3 and coalesce(u.phone, '') like '%' || asked.digits || '%'
        union
        select o.customer_id from public.orders o
        where o.store_id = store and o.order_number = asked.number
        union
        select public.search_messages(store, term)) found
    join public.conversations c on c.store_id = store and c.customer_id = found.id
    where btrim(term) <> '' and store = any (array(select public.my_stores('inbox.read')))
    order by c.last_message_at desc nulls last, c.id
    limit 50
$$;
