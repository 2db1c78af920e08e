-- A customer of one store. The phone is not the identity: a webhook may carry only a business-scoped user id.
-- Aliases remember the phones and user ids a customer had before, so that a late delivery still finds them.
create table public.customers (
    id         uuid        primary key default gen_random_uuid(),
    store_id   uuid        not null references public.store_settings (id),
    phone      text,
    wa_user_id text,
    name       text,
    username   text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint customers_belong_to_a_store unique (store_id, id),
    constraint customers_phone_is_unique_in_its_store unique (store_id, phone),
    constraint customers_user_id_is_unique_in_its_store unique (store_id, wa_user_id),
    constraint customers_can_be_reached check (phone is not null or wa_user_id is not null),
    constraint customers_phone_is_digits check (phone ~ '^[0-9]{6,15}$')
);
create index customers_changes on public.customers (updated_at);
create trigger customers_touch before update on public.customers
    for each row execute function public.touch_updated_at();

create table public.customer_aliases (
    store_id    uuid        not null,
    alias       text        not null,
    customer_id uuid        not null,
    created_at  timestamptz not null default now(),
    primary key (store_id, alias),
    constraint customer_aliases_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id)
);
create index customer_aliases_customer on public.customer_aliases (store_id, customer_id);

alter table public.customers enable row level security;
alter table public.customers force row level security;
create policy "the service works for every store" on public.customers to service_role using (true);
create policy "members see the customers of their stores" on public.customers for select to authenticated
    using (store_id = any (array(select public.my_stores('customers.read'))));
create policy "owners and managers write the quick data of customers" on public.customers for update to authenticated
    using (store_id = any (array(select public.my_stores('customers.write'))));
grant select, insert, update on public.customers to service_role;
grant select, update (name) on public.customers to authenticated;

alter table public.customer_aliases enable row level security;
alter table public.customer_aliases force row level security;
create policy "the service works for every store" on public.customer_aliases to service_role using (true);
create policy "members see the aliases of their customers" on public.customer_aliases for select to authenticated
    using (store_id = any (array(select public.my_stores('customers.read'))));
grant select, insert, update on public.customer_aliases to service_role;
grant select on public.customer_aliases to authenticated;
