-- What a message says of its sender's ids, applied to the customer it came to. One person known twice becomes one:
-- orders, carts, log and conversation move, the newer open cart takes the other's lines, an opt-out wins.
create function public.merge_customers(store uuid, kept uuid, gone uuid) returns void
    language plpgsql security definer
    set search_path = ''
as $$
declare
    lost public.customers;
    newer uuid;
    older uuid;
begin
    perform from public.conversations where store_id = store and customer_id in (kept, gone) order by customer_id for no key update;
    select * into lost from public.customers where store_id = store and id = gone for update;

    perform from public.customer_channel_opt_in where store_id = store and customer_id in (kept, gone) order by customer_id for update;
    update public.customer_channel_opt_in k set is_opted_in = false, consent_source = 'merge', consent_at = clock_timestamp()
    from public.customer_channel_opt_in g
    where k.store_id = store and k.customer_id = kept and k.is_opted_in
      and g.store_id = store and g.customer_id = gone and g.channel_type = k.channel_type and not g.is_opted_in;
    update public.customer_channel_opt_in g set customer_id = kept
    where g.store_id = store and g.customer_id = gone and not exists (select from public.customer_channel_opt_in k
        where k.store_id = store and k.customer_id = kept and k.channel_type = g.channel_type);
    delete from public.customer_channel_opt_in where store_id = store and customer_id = gone;

    select id into newer from public.cart_sessions where store_id = store and customer_id in (kept, gone) and status = 'open'
        order by updated_at desc, created_at desc limit 1;
    select id into older from public.cart_sessions where store_id = store and customer_id in (kept, gone) and status = 'open' and id <> newer;
    if older is not null then
        insert into public.cart_items (store_id, cart_id, product_id, quantity, unit_price)
            select store_id, newer, product_id, quantity, unit_price from public.cart_items where cart_id = older
            on conflict (cart_id, product_id) do update
            set quantity = least(999, public.cart_items.quantity + excluded.quantity);
        delete from public.cart_items where cart_id = older;
        update public.cart_sessions set status = 'merged' where id = older;
    end if;

    update public.cart_sessions set customer_id = kept where store_id = store and customer_id = gone;
    update public.orders set customer_id = kept where store_id = store and customer_id = gone;
    update public.messaging_log set customer_id = kept where store_id = store and customer_id = gone;
    update public.conversations k
    set unread = k.unread + g.unread, needs_person = k.needs_person or g.needs_person,
        window_until = greatest(k.window_until, g.window_until), bot_paused_until = greatest(k.bot_paused_until, g.bot_paused_until),
        last_message_at = greatest(k.last_message_at, g.last_message_at),
        last_direction = case when g.last_message_at > k.last_message_at then g.last_direction else k.last_direction end,
        preview = case when g.last_message_at > k.last_message_at then g.preview else coalesce(k.preview, g.preview) end
    from public.conversations g
    where k.store_id = store and k.customer_id = kept and g.store_id = store and g.customer_id = gone;
    delete from public.conversations where store_id = store and customer_id = gone;

    insert into public.customer_aliases (store_id, alias, customer_id)
        select store, alias, kept from unnest(array[lost.phone, lost.wa_user_id]) alias where alias is not null
        on conflict (store_id, alias) do update set customer_id = kept;
    update public.customer_aliases set customer_id = kept where store_id = store and customer_id = gone;
    -- Two records become one: this line says what holds from here on, whatever each of them said before.
    update public.consent_events set customer_id = kept where store_id = store and customer_id = gone;
    insert into public.consent_events (store_id, channel_type, customer_id, is_opted_in, consent_source, occurred_at)
        select store_id, channel_type, customer_id, is_opted_in, 'merge', clock_timestamp()
        from public.customer_channel_opt_in where store_id = store and customer_id = kept;
    delete from public.customers where store_id = store and id = gone;
end;
$$;

-- Returns 'known' when nothing is new, 'linked' when the customer got a new phone or user id, 'merged' when the ids
-- belonged to two customers: the one the message came to is kept.
create function public.link_customer(store uuid, customer uuid, said_phone text, said_user_id text) returns text
    language plpgsql security definer
    set search_path = ''
as $$
declare
    current public.customers;
    other uuid;
    outcome text := 'known';
begin
    select * into current from public.customers where store_id = store and id = customer;
    -- An id that only an alias of the customer knows comes with an old message: no news, whoever has the phone by now.
    -- So does an old phone beside a user id that stayed: the message that told of the new phone names the old one as its sender.
    if exists (select from public.customer_aliases a where a.store_id = store and a.customer_id = customer
               and (a.alias = coalesce(said_user_id, said_phone) or (a.alias = said_phone and said_user_id = current.wa_user_id))
               and a.alias is distinct from current.phone and a.alias is distinct from current.wa_user_id) then
        return 'known';
    end if;
    for other in select c.id from public.customers c where c.store_id = store and c.id <> customer
                 and (c.phone = said_phone or c.wa_user_id = said_user_id) loop
        perform public.merge_customers(store, customer, other);
        outcome := 'merged';
    end loop;
    if coalesce(said_phone, current.phone) is distinct from current.phone
       or coalesce(said_user_id, current.wa_user_id) is distinct from current.wa_user_id then
        insert into public.customer_aliases (store_id, alias, customer_id)
            select store, alias, customer from unnest(array[current.phone, current.wa_user_id]) alias where alias is not null
            on conflict (store_id, alias) do update set customer_id = customer;
        update public.customers
        set phone = coalesce(said_phone, phone), wa_user_id = coalesce(said_user_id, wa_user_id)
        where store_id = store and id = customer;
        update public.customer_channel_opt_in set customer_phone = coalesce(said_phone, customer_phone)
        where store_id = store and customer_id = customer;
        update public.cart_sessions set session_id = 'wa:' || coalesce(said_phone, current.phone, said_user_id, current.wa_user_id)
        where store_id = store and customer_id = customer and status = 'open';
        outcome := case outcome when 'merged' then 'merged' else 'linked' end;
    end if;
    return outcome;
end;
$$;

grant select, update, delete on public.conversations, public.customer_channel_opt_in, public.customers to jirani_archivist;
grant select, insert, update, delete on public.customer_aliases, public.cart_items to jirani_archivist;
grant select, insert, update on public.consent_events to jirani_archivist;
grant execute on function public.merge_customers(uuid, uuid, uuid) to jirani_archivist;
grant create on schema public to jirani_archivist;
alter function public.merge_customers(uuid, uuid, uuid) owner to jirani_archivist;
alter function public.link_customer(uuid, uuid, text, text) owner to jirani_archivist;
revoke create on schema public from jirani_archivist;
grant execute on function public.link_customer(uuid, uuid, text, text) to service_role;
