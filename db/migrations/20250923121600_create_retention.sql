-- The one door through which messages lose their content. Erased rows stay as stubs with a hashed message id,
-- because the id contains the phone number and a late duplicate must still be known.
create function public.message_digest(whatsapp_message_id text) returns text
    language sql immutable
    return 'sha256:' || encode(sha256(convert_to(whatsapp_message_id, 'UTF8')), 'hex');
grant execute on function public.message_digest(text) to service_role;

create function public.erase_messages(ids bigint[]) returns void
    language sql
    set search_path = ''
as $$
    update public.messaging_log
    set message_payload = '{"erased": true}', customer_phone = null, wa_user_id = null, due_at = null,
        status = case when status = 'received' then 'processed' when status = 'queued' and send_started_at is null then 'failed' else status end,
        error_message = case when status in ('received', 'queued') then 'erased' end,
        whatsapp_message_id = case when whatsapp_message_id like 'sha256:%' then whatsapp_message_id
                                   else public.message_digest(whatsapp_message_id) end
    where id = any (ids);
    update public.message_status_events set error_text = null where message_id = any (ids) and error_text is not null
$$;

-- Returns how many messages lost their content. Works in portions: call again until it returns 0.
create function public.prune_messages(older_than timestamptz, portion integer default 1000) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare ids bigint[];
begin
    select array_agg(id) into ids from (
        select id from public.messaging_log
        where created_at < older_than and due_at is null and message_payload <> '{"erased": true}'
        order by id limit portion for update skip locked) old;
    perform public.erase_messages(coalesce(ids, '{}'));
    if ids is null then
        update public.conversations set preview = null where last_message_at < older_than and preview is not null;
    end if;
    return coalesce(cardinality(ids), 0);
end;
$$;

create function public.erase_customer(store uuid, customer uuid) returns void
    language plpgsql security definer
    set search_path = ''
as $$
declare known_as text[];
begin
    perform from public.conversations where store_id = store and customer_id = customer for update;
    select array_agg(id) into known_as from (
        select unnest(array[phone, wa_user_id]) id from public.customers where store_id = store and id = customer
        union select alias from public.customer_aliases where store_id = store and customer_id = customer) ids
    where id is not null;
    -- Bodies that nobody could place name no store: whoever's they are, this person is in them.
    delete from public.webhook_quarantine q
    where exists (select from unnest(known_as) id where position(convert_to(id, 'UTF8') in q.body) > 0);
    update public.payment_events e set body = ''
    from public.payment_transactions p join public.orders o on o.store_id = p.store_id and o.id = p.order_id
    where e.store_id = store and e.transaction_id = p.id and o.store_id = store and o.customer_id = customer;
    perform public.erase_messages(coalesce((select array_agg(id) from public.messaging_log
        where store_id = store and customer_id = customer), '{}'));
    delete from public.customer_aliases where store_id = store and customer_id = customer;
    update public.conversations set preview = null, unread = 0 where store_id = store and customer_id = customer;
    update public.cart_sessions set session_id = 'wa:erased' where store_id = store and customer_id = customer;
    update public.orders set session_id = 'wa:erased', customer_phone = null where store_id = store and customer_id = customer;
    update public.customer_channel_opt_in set customer_phone = null where store_id = store and customer_id = customer;
    update public.customers
    set phone = null, wa_user_id = 'erased:' || customer, name = null, username = null
    where store_id = store and id = customer;
end;
$$;

grant select, update on public.messaging_log, public.conversations, public.cart_sessions, public.orders,
    public.customer_channel_opt_in, public.customers to jirani_archivist;
grant select, delete on public.customer_aliases, public.webhook_quarantine to jirani_archivist;
grant select, update (error_text) on public.message_status_events to jirani_archivist;
grant select, update (body) on public.payment_events to jirani_archivist;
grant select on public.payment_transactions to jirani_archivist;
grant usage on schema public to jirani_archivist;
grant execute on function public.message_digest(text), public.erase_messages(bigint[]), public.status_rank(text) to jirani_archivist;
grant create on schema public to jirani_archivist;
alter function public.prune_messages(timestamptz, integer) owner to jirani_archivist;
alter function public.erase_customer(uuid, uuid) owner to jirani_archivist;
revoke create on schema public from jirani_archivist;
revoke execute on function public.prune_messages(timestamptz, integer), public.erase_customer(uuid, uuid) from public;
grant execute on function public.prune_messages(timestamptz, integer), public.erase_customer(uuid, uuid) to service_role;
