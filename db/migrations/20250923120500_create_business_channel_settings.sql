-- The number a store sells through. One channel of each type for a store.
create table public.business_channel_settings (
    id                 uuid        primary key default gen_random_uuid(),
    store_id           uuid        not null references public.store_settings (id),
    channel_type       text        not null default 'whatsapp',
    channel_identifier text,
    settings           jsonb       not null default '{}',
    is_active          boolean     not null default true,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    constraint business_channel_settings_belong_to_a_store unique (store_id, id),
    constraint business_channel_settings_are_one_for_each_type unique (store_id, channel_type),
    constraint business_channel_settings_type_is_known check (channel_type = 'whatsapp')
);
create index business_channel_settings_changes on public.business_channel_settings (updated_at);
create trigger business_channel_settings_touch before update on public.business_channel_settings
    for each row execute function public.touch_updated_at();

alter table public.business_channel_settings enable row level security;
alter table public.business_channel_settings force row level security;
create policy "the service works for every store" on public.business_channel_settings to service_role using (true);
create policy "members see the channels of their stores" on public.business_channel_settings for select to authenticated
    using (store_id = any (array(select public.my_stores('store.read'))));
create policy "owners add the channels of their stores" on public.business_channel_settings for insert to authenticated
    with check (store_id = any (array(select public.my_stores('channel.write'))));
create policy "owners change the channels of their stores" on public.business_channel_settings for update to authenticated
    using (store_id = any (array(select public.my_stores('channel.write'))));
grant select, insert, update on public.business_channel_settings to service_role;
grant select (id, store_id, channel_type, channel_identifier, settings, is_active, created_at, updated_at)
    on public.business_channel_settings to authenticated;
grant insert (store_id, channel_type, channel_identifier, settings, is_active) on public.business_channel_settings to authenticated;
grant update (channel_identifier, settings, is_active) on public.business_channel_settings to authenticated;
