-- Attempts to pay an order, and every webhook and poll about them, raw.
create table public.payment_transactions (
    id              uuid           primary key default gen_random_uuid(),
    store_id        uuid           not null,
    order_id        uuid           not null,
    provider        text           not null default 'flutterwave',
    reference       text           not null unique,
    flw_charge_id   text           unique,
    status          text           not null default 'pending',
    provider_status text,
    amount          numeric(14, 2) not null,
    currency        char(3)        not null,
    superseded_at   timestamptz,
    created_at      timestamptz    not null default now(),
    updated_at      timestamptz    not null default now(),
    constraint payment_transactions_belong_to_a_store unique (store_id, id),
    constraint payment_transactions_stay_with_their_order foreign key (store_id, order_id)
        references public.orders (store_id, id),
    constraint payment_transactions_amount_is_positive check (amount > 0),
    constraint payment_transactions_status_is_known check (status in ('pending', 'succeeded', 'failed', 'review'))
);
create unique index payment_transactions_are_live_once on public.payment_transactions (order_id)
    where status = 'pending' and superseded_at is null;
create index payment_transactions_of_an_order on public.payment_transactions (store_id, order_id);
create index payment_transactions_changes on public.payment_transactions (updated_at);
create trigger payment_transactions_touch before update on public.payment_transactions
    for each row execute function public.touch_updated_at();

create table public.payment_events (
    id             bigint      generated always as identity primary key,
    store_id       uuid        references public.store_settings (id),
    transaction_id uuid,
    provider       text        not null,
    event_id       text,
    source         text        not null,
    body           bytea       not null,
    due_at         timestamptz,
    attempts       smallint    not null default 0,
    created_at     timestamptz not null default now(),
    constraint payment_events_are_kept_once unique (provider, event_id),
    constraint payment_events_stay_with_their_payment foreign key (store_id, transaction_id)
        references public.payment_transactions (store_id, id),
    -- Without a store the foreign key would look at nothing.
    constraint payment_events_know_the_store_of_their_payment check (transaction_id is null or store_id is not null),
    constraint payment_events_source_is_known check (source in ('webhook', 'poll'))
);
comment on column public.payment_events.store_id is 'Null while the event matches no payment yet.';
create index payment_events_of_a_payment on public.payment_events (store_id, transaction_id);
create index payment_events_due on public.payment_events (due_at) where due_at is not null;

alter table public.payment_transactions enable row level security;
alter table public.payment_transactions force row level security;
create policy "the service works for every store" on public.payment_transactions to service_role using (true);
create policy "members see the payments of their stores" on public.payment_transactions for select to authenticated
    using (store_id = any (array(select public.my_stores('payments.read'))));
create policy "the public sees the payments of the order it claims" on public.payment_transactions for select to anon
    using (order_id = (select auth.order_id()));
grant select, insert, update on public.payment_transactions to service_role;
grant select on public.payment_transactions to authenticated;
grant select (store_id, order_id, status, provider_status, amount, currency, superseded_at, created_at)
    on public.payment_transactions to anon;

alter table public.payment_events enable row level security;
alter table public.payment_events force row level security;
create policy "the service works for every store" on public.payment_events to service_role using (true);
create policy "members see the events of their payments" on public.payment_events for select to authenticated
    using (store_id = any (array(select public.my_stores('payments.read'))));
grant select, insert, update (store_id, transaction_id, due_at, attempts) on public.payment_events to service_role;
grant select on public.payment_events to authenticated;
