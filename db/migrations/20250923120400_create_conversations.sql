-- One row for each customer: what the inbox lists, where the dialogue stands, and the lock that orders work.
-- There is no pending flag: intake would have to wait for the worker's row lock. The log's due_at is the flag.
create table public.conversations (
    id               uuid        primary key default gen_random_uuid(),
    store_id         uuid        not null,
    customer_id      uuid        not null,
    last_message_at  timestamptz,
    last_direction   text,
    preview          text,
    unread           integer     not null default 0,
    window_until     timestamptz,
    bot_paused_until timestamptz,
    needs_person     boolean     not null default false,
    hinted_at        timestamptz,
    limit_told_at    timestamptz,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint conversations_are_one_for_each_customer unique (store_id, customer_id),
    constraint conversations_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id),
    constraint conversations_direction_is_known check (last_direction in ('in', 'out')),
    constraint conversations_unread_is_not_negative check (unread >= 0)
) with (fillfactor = 80);
create index conversations_by_last_message on public.conversations (store_id, last_message_at desc, id);
create index conversations_changes on public.conversations (updated_at);
create trigger conversations_touch before update on public.conversations
    for each row execute function public.touch_updated_at();

alter table public.conversations enable row level security;
alter table public.conversations force row level security;
create policy "the service works for every store" on public.conversations to service_role using (true);
create policy "members see the conversations of their stores" on public.conversations for select to authenticated
    using (store_id = any (array(select public.my_stores('inbox.read'))));
grant select, insert, update on public.conversations to service_role;
grant select on public.conversations to authenticated;
