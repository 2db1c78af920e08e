-- The cart of a conversation. session_id is wa:<phone>, or wa:<user id> where no phone is known.
create table public.cart_sessions (
    id          uuid        primary key default gen_random_uuid(),
    store_id    uuid        not null,
    session_id  text        not null,
    customer_id uuid        not null,
    status      text        not null default 'open',
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint cart_sessions_belong_to_a_store unique (store_id, id),
    constraint cart_sessions_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id),
    constraint cart_sessions_status_is_known check (status in ('open', 'checked_out', 'merged'))
);
create unique index cart_sessions_are_open_once on public.cart_sessions (store_id, customer_id) where status = 'open';
create index cart_sessions_by_session on public.cart_sessions (store_id, session_id);
create index cart_sessions_changes on public.cart_sessions (updated_at);
create trigger cart_sessions_touch before update on public.cart_sessions
    for each row execute function public.touch_updated_at();

create table public.cart_items (
    store_id   uuid           not null,
    cart_id    uuid           not null,
    product_id uuid           not null,
    quantity   numeric(9, 3)  not null,
    unit_price numeric(14, 2) not null,
    created_at timestamptz    not null default clock_timestamp(),
    primary key (cart_id, product_id),
    constraint cart_items_stay_with_their_cart foreign key (store_id, cart_id)
        references public.cart_sessions (store_id, id) on delete cascade,
    constraint cart_items_stay_in_their_store foreign key (store_id, product_id)
        references public.products (store_id, id),
    constraint cart_items_quantity_is_sane check (quantity > 0 and quantity <= 999),
    constraint cart_items_price_is_not_negative check (unit_price >= 0)
);
create index cart_items_of_a_product on public.cart_items (store_id, product_id);

alter table public.cart_sessions enable row level security;
alter table public.cart_sessions force row level security;
create policy "the service works for every store" on public.cart_sessions to service_role using (true);
create policy "members see the carts of their stores" on public.cart_sessions for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
grant select, insert, update on public.cart_sessions to service_role;
grant select on public.cart_sessions to authenticated;

alter table public.cart_items enable row level security;
alter table public.cart_items force row level security;
create policy "the service works for every store" on public.cart_items to service_role using (true);
create policy "members see the cart lines of their stores" on public.cart_items for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
grant select, insert, update, delete on public.cart_items to service_role;
grant select on public.cart_items to authenticated;
