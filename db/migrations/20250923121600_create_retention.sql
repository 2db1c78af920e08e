-- The one door through which messages lose their content. Erased rows stay as stubs with a hashed message id,
-- because the id contains the phone number and a late duplicate must still be known.
create function public.message_digest(whatsapp_message_id text) returns text
    language sql immutable
    set search_path = ''
as $$ select 'sha256:' || encode(sha256(convert_to(whatsapp_message_id, 'UTF8')), 'hex') $$;
grant execute on function public.message_digest(text) to service_role;

create function public.erase_messages(ids bigint[]) returns void
    language sql
    set search_path = ''
as $$
    update public.messaging_log
    set message_payload = '{"erased": true}', customer_phone = null, wa_user_id = null, error_message = null, due_at = null,
        whatsapp_message_id = case when whatsapp_message_id like 'sha256:%' then whatsapp_message_id
                                   else public.message_digest(whatsapp_message_id) end
    where id = any (ids)
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
    return coalesce(cardinality(ids), 0);
end;
$$;

create function public.erase_customer(store uuid, customer uuid) returns void
    language plpgsql security definer
    set search_path = ''
as $$
begin
    perform from public.conversations where store_id = store and customer_id = customer for update;
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
grant select, delete on public.customer_aliases to jirani_archivist;
grant usage on schema public to jirani_archivist;
grant execute on function public.message_digest(text), public.erase_messages(bigint[]), public.status_rank(text) to jirani_archivist;
grant create on schema public to jirani_archivist;
alter function public.prune_messages(timestamptz, integer) owner to jirani_archivist;
alter function public.erase_customer(uuid, uuid) owner to jirani_archivist;
revoke create on schema public from jirani_archivist;
revoke execute on function public.prune_messages(timestamptz, integer), public.erase_customer(uuid, uuid) from public;
grant execute on function public.prune_messages(timestamptz, integer), public.erase_customer(uuid, uuid) to service_role;
