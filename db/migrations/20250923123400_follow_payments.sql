-- What following a payment to its end needs: who pays and how, what the provider said, when to ask again; and refunds.
alter table public.payment_transactions
    add column payer_phone       text,
    add column network           text,
    add column started_at        timestamptz,
    add column start_due_at      timestamptz,
    add column note              text,
    add column checkout_url      text,
    add column failure_reason    text,
    add column review_reason     text,
    add column resolution        text,
    add column resolved_at       timestamptz,
    add column resolved_by       uuid,
    add column captured_amount   numeric(14, 2),
    add column captured_currency char(3),
    add column fee_amount        numeric(14, 2) not null default 0,
    add column refunded_amount   numeric(14, 2) not null default 0,
    add column captured_at       timestamptz,
    add column settled_at        timestamptz,
    add column poll_at           timestamptz,
    add column polls             smallint       not null default 0,
    add constraint payment_transactions_provider_is_known check (provider in ('flutterwave', 'cash')),
    add constraint payment_transactions_payer_is_digits check (payer_phone ~ '^[0-9]{6,15}$'),
    add constraint payment_transactions_review_has_a_reason check ((status = 'review') <= (review_reason is not null)),
    add constraint payment_transactions_review_reason_is_known
        check (review_reason in ('wrong_amount', 'wrong_currency', 'wrong_reference', 'order_closed', 'paid_twice')),
    add constraint payment_transactions_resolution_is_known check (resolution in ('accepted', 'refunded')),
    add constraint payment_transactions_refund_no_more_than_came
        check (refunded_amount between 0 and coalesce(captured_amount, 0));
comment on column public.payment_transactions.payer_phone is 'Digits with country code. Null where the provider''s own page asks, and for cash.';
comment on column public.payment_transactions.start_due_at is 'The chat asked for it: a worker starts it. Null once it was begun.';
comment on column public.payment_transactions.started_at is 'Committed before the first call: what has a start and no answer is unknown, and is asked after but not begun again.';
comment on column public.payment_transactions.captured_amount is 'The money that came, also where it is not the amount asked for. Null while none did.';
comment on column public.payment_transactions.resolution is 'What a person decided about a payment in review; null while it waits for one.';
comment on column public.payment_transactions.poll_at is 'When the provider is asked again by itself; null when nothing is open any more.';
update public.payment_transactions set captured_amount = amount, captured_currency = currency, captured_at = updated_at where status = 'succeeded';

create unique index payment_transactions_capture_once on public.payment_transactions (store_id, order_id) where status = 'succeeded';
create index payment_transactions_to_start on public.payment_transactions (start_due_at) where start_due_at is not null;
create index payment_transactions_to_ask on public.payment_transactions (poll_at) where poll_at is not null;
create index payment_transactions_by_time on public.payment_transactions (store_id, created_at desc, id);
create index payment_transactions_in_review on public.payment_transactions (store_id) where status = 'review' and resolution is null;
create index payment_transactions_by_payer on public.payment_transactions (store_id, payer_phone);
grant select (id, provider, payer_phone, network, note, checkout_url, failure_reason, review_reason, resolution, started_at)
    on public.payment_transactions to anon;

alter table public.payment_events
    add column kind            text,
    add column provider_status text,
    add column outcome         text,
    add column took_ms         integer;
comment on column public.payment_events.outcome is 'What it led to, in one word; null while it waits.';
alter table public.payment_events drop constraint payment_events_source_is_known;
alter table public.payment_events add constraint payment_events_source_is_known check (source in ('webhook', 'poll', 'start', 'owner'));
grant update (kind, provider_status, outcome, took_ms) on public.payment_events to service_role;

create table public.payment_refunds (
    id             uuid           primary key default gen_random_uuid(),
    store_id       uuid           not null,
    transaction_id uuid           not null,
    amount         numeric(14, 2) not null,
    currency       char(3)        not null,
    status         text           not null default 'pending',
    reason         text,
    flw_refund_id  text           unique,
    failure_reason text,
    requested_by   uuid           not null,
    started_at     timestamptz,
    poll_at        timestamptz    default now(),
    polls          smallint       not null default 0,
    ended_at       timestamptz,
    created_at     timestamptz    not null default now(),
    updated_at     timestamptz    not null default now(),
    constraint payment_refunds_stay_with_their_payment foreign key (store_id, transaction_id)
        references public.payment_transactions (store_id, id),
    constraint payment_refunds_belong_to_a_store unique (store_id, id),
    constraint payment_refunds_amount_is_positive check (amount > 0),
    constraint payment_refunds_status_is_known check (status in ('pending', 'succeeded', 'failed'))
);
create index payment_refunds_of_a_payment on public.payment_refunds (store_id, transaction_id);
create index payment_refunds_to_follow on public.payment_refunds (poll_at) where poll_at is not null;
create index payment_refunds_changes on public.payment_refunds (updated_at);
create trigger payment_refunds_touch before update on public.payment_refunds
    for each row execute function public.touch_updated_at();
alter table public.payment_refunds enable row level security;
alter table public.payment_refunds force row level security;
create policy "the service works for every store" on public.payment_refunds to service_role using (true);
create policy "members see the refunds of their stores" on public.payment_refunds for select to authenticated
    using (store_id = any (array(select public.my_stores('payments.read'))));
grant select, insert, update on public.payment_refunds to service_role;
grant select on public.payment_refunds to authenticated;

-- The provider's customer of an email address, so that the second order does not meet a conflict. Of no store: one account serves all.
create table public.flutterwave_customers (
    environment text        not null,
    email       text        not null,
    customer_id text        not null,
    created_at  timestamptz not null default now(),
    constraint flutterwave_customers_are_known_once primary key (environment, email)
);
alter table public.flutterwave_customers enable row level security;
alter table public.flutterwave_customers force row level security;
create policy "the service works for every store" on public.flutterwave_customers to service_role using (true);
grant select, insert, update on public.flutterwave_customers to service_role;

-- Every entry names its payment, so that one payment's whole story is one look-up.
alter table public.ledger_transactions
    add column payment_id uuid,
    add constraint ledger_transactions_stay_with_their_payment foreign key (store_id, payment_id)
        references public.payment_transactions (store_id, id);
create index ledger_transactions_of_a_payment on public.ledger_transactions (store_id, payment_id);
