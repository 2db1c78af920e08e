-- How an order travels. Made at CHECKOUT, one for each order.
create table public.deliveries (
    id           uuid        primary key default gen_random_uuid(),
    store_id     uuid        not null,
    order_id     uuid        not null,
    status       text        not null default 'pending',
    courier      text,
    eta          timestamptz,
    tracking_url text,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint deliveries_are_one_for_each_order unique (store_id, order_id),
    constraint deliveries_stay_with_their_order foreign key (store_id, order_id)
        references public.orders (store_id, id),
    constraint deliveries_status_is_known check (status in ('pending', 'assigned', 'on_the_way', 'delivered', 'failed')),
    constraint deliveries_link_is_a_web_address check (tracking_url ~ '^https?://')
);
create index deliveries_changes on public.deliveries (updated_at);
create trigger deliveries_touch before update on public.deliveries
    for each row execute function public.touch_updated_at();

alter table public.deliveries enable row level security;
alter table public.deliveries force row level security;
create policy "the service works for every store" on public.deliveries to service_role using (true);
create policy "members see the deliveries of their stores" on public.deliveries for select to authenticated
    using (store_id = any (array(select public.my_stores('orders.read'))));
create policy "the public sees the delivery of the order it claims" on public.deliveries for select to anon
    using (order_id = (select auth.order_id()));
grant select, insert, update on public.deliveries to service_role;
grant select on public.deliveries to authenticated;
grant select (store_id, order_id, status, courier, eta, tracking_url) on public.deliveries to anon;
