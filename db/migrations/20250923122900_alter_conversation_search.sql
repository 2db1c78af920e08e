-- A function in SQL is written into the query that calls it, unless the caller may not call it: then index and query no longer say
-- the same, and the index is not found. One in PL/pgSQL stays what it is for everybody, and tells what it costs.
create or replace function public.message_words(store uuid, payload jsonb) returns tsvector
    language plpgsql immutable cost 200
as $$
begin
    return to_tsvector('simple'::regconfig, regexp_replace(coalesce(payload #>> '{text,body}', ''), '(\w+)', "left"(store::text, 8) || '\1', 'g'));
end;
$$;

-- By the index, whatever the planner thinks: it takes every word it never counted for one in a thousand, and would rather read on
-- until it has met enough of them, through the whole log where there are none.
create function public.search_messages_by_index(store uuid, words tsquery) returns setof uuid
    language sql stable
    set search_path = ''
    set enable_seqscan = off
    set enable_indexscan = off
as $$
    select customer_id from public.messaging_log
    where (message_type = 'inbound' or purpose = 'owner') and store_id = store and public.message_words(store_id, message_payload) @@ words
    limit 500
$$;

-- Of a common word the newest messages hold enough; of a rare one the index knows every message.
create or replace function public.search_messages(store uuid, term text) returns setof uuid
    language plpgsql stable
    set search_path = ''
as $$
declare
    words tsquery := (
        select to_tsquery('simple'::regconfig, string_agg("left"(store::text, 8) || word[1] || ':*', ' & '))
        from regexp_matches(lower(term), '(\w{2,})', 'g') word
        where term ~ '[[:alpha:]]');
    newest uuid[];
begin
    if words is null then
        return;
    end if;
    newest := array(
        select m.customer_id from (
            select l.customer_id, l.message_payload from public.messaging_log l
            where l.store_id = store and (l.message_type = 'inbound' or l.purpose = 'owner')
            order by l.id desc
            limit 1000) m
        where public.message_words(store, m.message_payload) @@ words);
    if cardinality(newest) >= 10 then
        return query select distinct unnest(newest);
    else
        return query select distinct person from public.search_messages_by_index(store, words) person;
    end if;
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
