-- Stores, who belongs to them, and the one question every policy asks.
create table public.store_settings (
    id                 uuid        primary key default gen_random_uuid(),
    user_id            uuid        not null,
    store_slug         text        not null unique,
    name               text        not null,
    currency           char(3)     not null,
    country            char(2)     not null,
    time_zone          text        not null default 'Africa/Nairobi',
    order_expiry_hours integer     not null default 24,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    constraint store_settings_slug_is_a_path check (store_slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    constraint store_settings_name_is_given check (length(btrim(name)) between 1 and 120),
    constraint store_settings_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
    constraint store_settings_orders_expire check (order_expiry_hours between 1 and 720)
);
create index store_settings_changes on public.store_settings (updated_at);

create table public.store_members (
    store_id   uuid        not null references public.store_settings (id),
    user_id    uuid        not null,
    role       text        not null,
    created_at timestamptz not null default now(),
    primary key (store_id, user_id),
    constraint store_members_role_is_known check (role in ('owner', 'manager', 'agent'))
);
create index store_members_user on public.store_members (user_id);

create function public.welcome_owner() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    insert into public.store_members (store_id, user_id, role) values (new.id, new.user_id, 'owner')
    on conflict (store_id, user_id) do update set role = 'owner';
    return null;
end;
$$;

create trigger store_settings_owner_is_a_member after insert on public.store_settings
    for each row execute function public.welcome_owner();
create trigger store_settings_touch before update on public.store_settings
    for each row execute function public.touch_updated_at();

create function public.permitted(role text, permission text) returns boolean
    language sql immutable
    set search_path = ''
as $$
    select case role
        when 'owner' then true
        when 'manager' then permission not in ('channel.write', 'team.write', 'payments.write')
        else permission in ('store.read', 'inbox.read', 'inbox.write', 'catalogue.read', 'orders.read', 'customers.read')
    end
$$;

-- The caller's stores in which they hold a permission. Definer, so that it may read memberships without policies of its own.
create function public.my_stores(permission text) returns setof uuid
    language sql stable security definer
    set search_path = ''
as $$
    select m.store_id from public.store_members m
    where m.user_id = (select auth.uid()) and public.permitted(m.role, permission)
$$;
grant execute on function public.my_stores(text) to authenticated;

alter table public.store_settings enable row level security;
alter table public.store_settings force row level security;
create policy "the service works for every store" on public.store_settings to service_role using (true);
create policy "members see their stores" on public.store_settings for select to authenticated
    using (id = any (array(select public.my_stores('store.read'))));
create policy "owners and managers change their stores" on public.store_settings for update to authenticated
    using (id = any (array(select public.my_stores('store.write'))));
grant select, insert, update on public.store_settings to service_role;
grant select, update (store_slug, name, currency, country, time_zone, order_expiry_hours) on public.store_settings to authenticated;

alter table public.store_members enable row level security;
alter table public.store_members force row level security;
create policy "the service works for every store" on public.store_members to service_role using (true);
create policy "members see their team" on public.store_members for select to authenticated
    using (store_id = any (array(select public.my_stores('store.read'))));
grant select, insert, update, delete on public.store_members to service_role;
grant select on public.store_members to authenticated;
