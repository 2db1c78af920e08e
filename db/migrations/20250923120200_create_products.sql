-- What a store sells. stock_quantity null = not tracked; reserving is decrementing it at CHECKOUT.
create table public.products (
    id             uuid           primary key default gen_random_uuid(),
    store_id       uuid           not null references public.store_settings (id),
    sku            text           not null,
    sku_key        text           not null generated always as (upper(normalize(sku, nfc))) stored,
    name           text           not null,
    description    text,
    category       text,
    price          numeric(14, 2) not null,
    stock_quantity numeric(12, 3),
    quantity_step  numeric(9, 3)  not null default 1,
    is_active      boolean        not null default true,
    created_at     timestamptz    not null default now(),
    updated_at     timestamptz    not null default now(),
    constraint products_belong_to_a_store unique (store_id, id),
    constraint products_sku_is_unique_in_its_store unique (store_id, sku_key),
    constraint products_sku_is_one_word check (sku ~ '^\S{1,64}$'),
    constraint products_name_is_given check (length(btrim(name)) between 1 and 200),
    constraint products_price_is_not_negative check (price >= 0),
    constraint products_stock_is_not_negative check (stock_quantity >= 0),
    constraint products_step_is_positive check (quantity_step > 0)
);
create index products_changes on public.products (updated_at);
create trigger products_touch before update on public.products
    for each row execute function public.touch_updated_at();

alter table public.products enable row level security;
alter table public.products force row level security;
create policy "the service works for every store" on public.products to service_role using (true);
create policy "members see the products of their stores" on public.products for select to authenticated
    using (store_id = any (array(select public.my_stores('catalogue.read'))));
create policy "owners and managers write the products of their stores" on public.products to authenticated
    using (store_id = any (array(select public.my_stores('catalogue.write'))));
grant select, insert, update on public.products to service_role;
grant select, insert, delete on public.products to authenticated;
grant update (sku, name, description, category, price, stock_quantity, quantity_step, is_active) on public.products to authenticated;
