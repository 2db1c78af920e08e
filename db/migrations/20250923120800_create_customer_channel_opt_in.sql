-- Consent, one row for each customer and channel, and the record of every change of it.
create table public.customer_channel_opt_in (
    id             uuid        primary key default gen_random_uuid(),
    store_id       uuid        not null,
    channel_type   text        not null default 'whatsapp',
    customer_id    uuid        not null,
    customer_phone text,
    is_opted_in    boolean     not null default true,
    consent_source text        not null,
    consent_at     timestamptz not null default now(),
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint customer_channel_opt_in_is_one_for_each_phone unique (store_id, channel_type, customer_phone),
    constraint customer_channel_opt_in_is_one_for_each_customer unique (store_id, customer_id, channel_type),
    constraint customer_channel_opt_in_stays_in_its_store foreign key (store_id, customer_id)
        references public.customers (store_id, id)
);
create index customer_channel_opt_in_changes on public.customer_channel_opt_in (updated_at);
create trigger customer_channel_opt_in_touch before update on public.customer_channel_opt_in
    for each row execute function public.touch_updated_at();

create table public.consent_events (
    id             bigint      generated always as identity primary key,
    store_id       uuid        not null,
    channel_type   text        not null,
    customer_id    uuid        not null,
    is_opted_in    boolean     not null,
    consent_source text        not null,
    occurred_at    timestamptz not null,
    created_at     timestamptz not null default clock_timestamp(),
    constraint consent_events_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id)
);
create index consent_events_of_a_customer on public.consent_events (store_id, customer_id, id);
create trigger consent_events_are_final before update or delete on public.consent_events
    for each row execute function public.refuse_change();
create trigger consent_events_are_not_truncated before truncate on public.consent_events
    execute function public.refuse_truncate();

-- The clock is read while the opt-in row is locked, so that no send that began before can seem to come after.
create function public.record_consent() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into public.consent_events (store_id, channel_type, customer_id, is_opted_in, consent_source, occurred_at)
    values (new.store_id, new.channel_type, new.customer_id, new.is_opted_in, new.consent_source, clock_timestamp());
    return null;
end;
$$;
create trigger customer_channel_opt_in_begins_on_record after insert on public.customer_channel_opt_in
    for each row execute function public.record_consent();
create trigger customer_channel_opt_in_changes_on_record after update on public.customer_channel_opt_in
    for each row when (new.is_opted_in is distinct from old.is_opted_in) execute function public.record_consent();

alter table public.customer_channel_opt_in enable row level security;
alter table public.customer_channel_opt_in force row level security;
create policy "the service works for every store" on public.customer_channel_opt_in to service_role using (true);
create policy "members see the opt-ins of their stores" on public.customer_channel_opt_in for select to authenticated
    using (store_id = any (array(select public.my_stores('customers.read'))));
create policy "owners and managers write the opt-ins of their stores" on public.customer_channel_opt_in for update to authenticated
    using (store_id = any (array(select public.my_stores('customers.write'))));
grant select, insert, update on public.customer_channel_opt_in to service_role;
grant select, update (is_opted_in, consent_source, consent_at) on public.customer_channel_opt_in to authenticated;

alter table public.consent_events enable row level security;
alter table public.consent_events force row level security;
create policy "the service reads every record of consent" on public.consent_events for select to service_role using (true);
create policy "members see the record of consent" on public.consent_events for select to authenticated
    using (store_id = any (array(select public.my_stores('customers.read'))));
grant select on public.consent_events to service_role, authenticated;
