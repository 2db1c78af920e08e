-- Finding a conversation by words that customer or owner wrote. Each word carries the first letters of its store's id, so that
-- one index serves every store and none reads another's words. Automatic replies say always the same and are left out.
create function public.message_words(store uuid, payload jsonb) returns tsvector
    language sql immutable
    return to_tsvector('simple'::regconfig, regexp_replace(coalesce(payload #>> '{text,body}', ''), '(\w+)', "left"(store::text, 8) || '\1', 'g'));
grant execute on function public.message_words(uuid, jsonb) to service_role, jirani_archivist;

create index messaging_log_by_words on public.messaging_log using gin (public.message_words(store_id, message_payload))
    where message_type = 'inbound' or purpose = 'owner';

-- Every word of two letters or more must begin a word of the message. Of a word that thousands of messages hold, some are enough.
create function public.search_messages(store uuid, term text) returns setof uuid
    language sql stable
    set search_path = ''
as $$
    with asked as materialized (
        select string_agg("left"(store::text, 8) || word[1] || ':*', ' & ') as words
        from regexp_matches(lower(term), '(\w{2,})', 'g') word
        where term ~ '[[:alpha:]]')
    select distinct m.customer_id from (
        select customer_id from public.messaging_log
        where (message_type = 'inbound' or purpose = 'owner') and store_id = store
          and public.message_words(store_id, message_payload) @@ to_tsquery('simple'::regconfig, (select words from asked))
        limit 2000) m
$$;

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
        where u.store_id = store and length(asked.digits) >= 3 and u.phone like '%' || asked.digits || '%'
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
