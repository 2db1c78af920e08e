-- Every status a message ever had, the provider's and our own, with its time. Statuses that came before we knew
-- the message's id wait for some minutes in parked_statuses.
create table public.message_status_events (
    id          bigint      generated always as identity primary key,
    store_id    uuid        not null,
    message_id  bigint      not null,
    status      text        not null,
    occurred_at timestamptz not null,
    error_code  integer,
    error_text  text,
    created_at  timestamptz not null default now(),
    constraint message_status_events_are_kept_once unique (message_id, status, occurred_at),
    constraint message_status_events_stay_in_their_store foreign key (store_id, message_id)
        references public.messaging_log (store_id, id),
    constraint message_status_events_status_is_known
        check (status in ('received', 'processed', 'queued', 'sent', 'failed', 'delivered', 'read'))
);
create trigger message_status_events_are_final before update or delete on public.message_status_events
    for each row execute function public.refuse_change();
create trigger message_status_events_are_not_truncated before truncate on public.message_status_events
    execute function public.refuse_truncate();

create table public.parked_statuses (
    store_id            uuid        not null references public.store_settings (id),
    whatsapp_message_id text        not null,
    status              text        not null,
    occurred_at         timestamptz not null,
    error_code          integer,
    error_text          text,
    created_at          timestamptz not null default now(),
    primary key (store_id, whatsapp_message_id, status, occurred_at)
);
create index parked_statuses_by_age on public.parked_statuses (created_at);

alter table public.message_status_events enable row level security;
alter table public.message_status_events force row level security;
create policy "the service works for every store" on public.message_status_events to service_role using (true);
create policy "members read the statuses of their messages" on public.message_status_events for select to authenticated
    using (store_id = any (array(select public.my_stores('inbox.read'))));
grant select, insert on public.message_status_events to service_role;
grant select on public.message_status_events to authenticated;

alter table public.parked_statuses enable row level security;
alter table public.parked_statuses force row level security;
create policy "the service works for every store" on public.parked_statuses to service_role using (true);
grant select, insert, delete on public.parked_statuses to service_role;
