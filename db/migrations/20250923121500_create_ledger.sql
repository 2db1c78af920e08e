-- Double entry, append-only. Each transaction sums to zero in each currency when it commits.
create table public.ledger_accounts (
    id         uuid        primary key default gen_random_uuid(),
    store_id   uuid        not null references public.store_settings (id),
    code       text        not null,
    currency   char(3)     not null,
    created_at timestamptz not null default now(),
    constraint ledger_accounts_belong_to_a_store unique (store_id, id),
    constraint ledger_accounts_keep_one_currency unique (store_id, id, currency),
    constraint ledger_accounts_are_opened_once unique (store_id, code, currency)
);

create table public.ledger_transactions (
    id          uuid        primary key default gen_random_uuid(),
    store_id    uuid        not null references public.store_settings (id),
    provider    text        not null,
    kind        text        not null,
    provider_id text        not null,
    order_id    uuid,
    occurred_at timestamptz not null,
    created_at  timestamptz not null default now(),
    constraint ledger_transactions_belong_to_a_store unique (store_id, id),
    constraint ledger_transactions_book_a_fact_once unique (provider, kind, provider_id),
    constraint ledger_transactions_stay_with_their_order foreign key (store_id, order_id)
        references public.orders (store_id, id)
);
create index ledger_transactions_of_an_order on public.ledger_transactions (store_id, order_id);

create table public.ledger_entries (
    id             bigint         generated always as identity primary key,
    store_id       uuid           not null,
    transaction_id uuid           not null,
    account_id     uuid           not null,
    amount         numeric(14, 2) not null,
    currency       char(3)        not null,
    created_at     timestamptz    not null default now(),
    constraint ledger_entries_stay_with_their_transaction foreign key (store_id, transaction_id)
        references public.ledger_transactions (store_id, id),
    constraint ledger_entries_stay_with_their_account foreign key (store_id, account_id, currency)
        references public.ledger_accounts (store_id, id, currency),
    constraint ledger_entries_move_something check (amount <> 0)
);
create index ledger_entries_of_a_transaction on public.ledger_entries (transaction_id);
create index ledger_entries_of_an_account on public.ledger_entries (store_id, account_id, id);

create table public.store_balances (
    store_id   uuid           not null,
    account_id uuid           not null primary key,
    amount     numeric(14, 2) not null default 0,
    created_at timestamptz    not null default now(),
    updated_at timestamptz    not null default now(),
    constraint store_balances_stay_with_their_account foreign key (store_id, account_id)
        references public.ledger_accounts (store_id, id)
);
create index store_balances_changes on public.store_balances (updated_at);
create trigger store_balances_touch before update on public.store_balances
    for each row execute function public.touch_updated_at();

create function public.require_balanced_entries() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    if exists (select from public.ledger_entries e where e.transaction_id = new.transaction_id
               group by e.currency having sum(e.amount) <> 0) then
        raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
    end if;
    return null;
end;
$$;
create constraint trigger ledger_entries_sum_to_zero after insert on public.ledger_entries
    deferrable initially deferred for each row execute function public.require_balanced_entries();

create trigger ledger_transactions_are_final before update or delete on public.ledger_transactions
    for each row execute function public.refuse_change();
create trigger ledger_transactions_are_not_truncated before truncate on public.ledger_transactions
    execute function public.refuse_truncate();
create trigger ledger_entries_are_final before update or delete on public.ledger_entries
    for each row execute function public.refuse_change();
create trigger ledger_entries_are_not_truncated before truncate on public.ledger_entries
    execute function public.refuse_truncate();

do $$
declare name text;
begin
    foreach name in array array['ledger_accounts', 'ledger_transactions', 'ledger_entries', 'store_balances'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('create policy "the service works for every store" on public.%I to service_role using (true)', name);
        execute format('create policy "members see the books of their stores" on public.%I for select to authenticated
                        using (store_id = any (array(select public.my_stores(''payments.read''))))', name);
        execute format('grant select, insert on public.%I to service_role', name);
        execute format('grant select on public.%I to authenticated', name);
    end loop;
end;
$$;
grant update (amount) on public.store_balances to service_role;
