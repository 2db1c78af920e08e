-- An order with its frozen lines and its story. The public sees one order, by the id claimed for the transaction.
create table public.order_numbers (
    store_id    uuid        primary key references public.store_settings (id),
    last_number integer     not null default 1000,
    created_at  timestamptz not null default now()
);

create table public.orders (
    id              uuid           primary key,
    store_id        uuid           not null,
    order_number    text           not null,
    customer_id     uuid           not null,
    customer_phone  text,
    session_id      text           not null,
    cart_id         uuid,
    status          text           not null default 'pending',
    total_amount    numeric(14, 2) not null,
    currency        char(3)        not null,
    delivery_status text           not null default 'pending',
    delivery_eta    timestamptz,
    expires_at      timestamptz,
    created_at      timestamptz    not null default now(),
    updated_at      timestamptz    not null default now(),
    constraint orders_belong_to_a_store unique (store_id, id),
    constraint orders_number_is_unique_in_its_store unique (store_id, order_number),
    constraint orders_come_once_from_a_cart unique (store_id, cart_id),
    constraint orders_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id),
    constraint orders_stay_with_their_cart foreign key (store_id, cart_id)
        references public.cart_sessions (store_id, id),
    constraint orders_total_is_not_negative check (total_amount >= 0),
    constraint orders_status_is_known
        check (status in ('pending', 'processing', 'shipped', 'delivered', 'cancelled', 'expired', 'refunded')),
    constraint orders_delivery_status_is_known
        check (delivery_status in ('pending', 'assigned', 'on_the_way', 'delivered', 'failed'))
);
create index orders_of_a_customer on public.orders (store_id, customer_id, created_at desc);
create index orders_by_time on public.orders (store_id, created_at desc, id);
create index orders_to_expire on public.orders (expires_at) where status = 'pending';
create index orders_changes on public.orders (updated_at);
create trigger orders_touch before update on public.orders
    for each row execute function public.touch_updated_at();

create table public.order_items (
    id         bigint         generated always as identity primary key,
    store_id   uuid           not null,
    order_id   uuid           not null,
    product_id uuid,
    sku        text,
    name       text           not null,
    quantity   numeric(9, 3)  not null,
    unit_price numeric(14, 2) not null,
    line_total numeric(14, 2) not null,
    created_at timestamptz    not null default now(),
    constraint order_items_stay_with_their_order foreign key (store_id, order_id)
        references public.orders (store_id, id),
    constraint order_items_stay_in_their_store foreign key (store_id, product_id)
        references public.products (store_id, id) on delete set null (product_id),
    constraint order_items_quantity_is_positive check (quantity > 0)
);
comment on column public.order_items.product_id is 'Null for a delivery fee and for a product deleted since.';
create index order_items_of_an_order on public.order_items (store_id, order_id);
create index order_items_of_a_product on public.order_items (store_id, product_id);

create table public.order_events (
    id            bigint      generated always as identity primary key,
    store_id      uuid        not null,
    order_id      uuid        not null,
    kind          text        not null,
    actor         text        not null,
    actor_user_id uuid,
    note          text,
    created_at    timestamptz not null default now(),
    constraint order_events_stay_with_their_order foreign key (store_id, order_id)
        references public.orders (store_id, id),
    constraint order_events_actor_is_known check (actor in ('customer', 'owner', 'system'))
);
create index order_events_of_an_order on public.order_events (store_id, order_id, id);
create trigger order_events_are_final before update or delete on public.order_events
    for each row execute function public.refuse_change();
create trigger order_events_are_not_truncated before truncate on public.order_events
    execute function public.refuse_truncate();

alter table public.order_numbers enable row level security;
alter table public.order_numbers force row level security;
create policy "the service counts every store's orders" on public.order_numbers to service_role using (true);
grant select, insert, update on public.order_numbers to service_role;

alter table public.orders enable row level security;
alter table public.orders force row level security;
create policy "the service works for every store" on public.orders to service_role using (true);
create policy "members see the orders of their stores" on public.orders for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
create policy "the public sees the order it claims" on public.orders for select to anon
    using (id = (select auth.order_id()));
grant select, insert, update on public.orders to service_role;
grant select on public.orders to authenticated;
grant select (id, store_id, order_number, session_id, status, total_amount, currency, delivery_status, delivery_eta, expires_at, created_at)
    on public.orders to anon;

alter table public.order_items enable row level security;
alter table public.order_items force row level security;
create policy "the service works for every store" on public.order_items to service_role using (true);
create policy "members see the order lines of their stores" on public.order_items for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
create policy "the public sees the lines of the order it claims" on public.order_items for select to anon
    using (order_id = (select auth.order_id()));
grant select, insert on public.order_items to service_role;
grant select on public.order_items to authenticated;
grant select (id, store_id, order_id, name, quantity, unit_price, line_total) on public.order_items to anon;

alter table public.order_events enable row level security;
alter table public.order_events force row level security;
create policy "the service works for every store" on public.order_events to service_role using (true);
create policy "members see the story of their orders" on public.order_events for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
grant select, insert on public.order_events to service_role;
grant select on public.order_events to authenticated;

create policy "the public sees the name of the store it orders from" on public.store_settings for select to anon
    using (id = (select o.store_id from public.orders o where o.id = (select auth.order_id())));
grant select (id, store_slug, name, currency, country, time_zone) on public.store_settings to anon;
