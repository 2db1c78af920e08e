-- Every message, in and out. The log is the queue: due_at says when a row wants work, null = done.
-- Content never changes; status, timing and the provider's id only move forward.
-- Written as an expression (no search_path, names bound here), so that it is inlined on the way of every message.
create function public.status_rank(status text) returns integer
    language sql immutable
    return case status
        when 'read' then 4 when 'delivered' then 3 when 'failed' then 2
        when 'sent' then 1 when 'processed' then 1 else 0
    end;
grant execute on function public.status_rank(text) to service_role, authenticated;

create table public.messaging_log (
    id                  bigint      generated always as identity primary key,
    store_id            uuid        not null,
    customer_id         uuid        not null,
    customer_phone      text,
    wa_user_id          text,
    message_type        text        not null,
    purpose             text,
    message_payload     jsonb       not null,
    status              text        not null,
    whatsapp_message_id text,
    template_name       text,
    template_language   text,
    error_message       text,
    is_conversational   boolean     not null default false,
    reply_to            bigint,
    retry_of            bigint      unique,
    due_at              timestamptz,
    attempts            smallint    not null default 0,
    send_started_at     timestamptz,
    provider_at         timestamptz,
    created_at          timestamptz not null default now(),
    constraint messaging_log_belongs_to_a_store unique (store_id, id),
    constraint messaging_log_message_id_is_unique_in_its_store unique (store_id, whatsapp_message_id),
    constraint messaging_log_stays_in_its_store foreign key (store_id, customer_id)
        references public.customers (store_id, id),
    constraint messaging_log_retries_stay_in_their_store foreign key (store_id, retry_of)
        references public.messaging_log (store_id, id),
    constraint messaging_log_type_is_known
        check (message_type in ('inbound', 'outbound_text', 'outbound_template', 'outbound_interactive')),
    constraint messaging_log_status_fits_its_direction check (status = any (case message_type
        when 'inbound' then array['received', 'processed']
        else array['queued', 'sent', 'failed', 'delivered', 'read'] end)),
    constraint messaging_log_purpose_fits_its_direction
        check (case message_type when 'inbound' then purpose is null else purpose in ('reply', 'consent', 'order', 'owner') end)
) with (fillfactor = 80);
comment on column public.messaging_log.customer_phone is 'Digits as in wa_id, as the message or the customer had them; null where no phone is known.';
comment on column public.messaging_log.is_conversational is 'Opens the 24-hour window, makes unread and counts for the limit of 30 in a minute.';

-- serves: the thread, the per-minute count
create index messaging_log_of_a_customer on public.messaging_log (store_id, customer_id, created_at, id);
-- serves: the worker, then the sender: what came from outside has the provider's id, what is to go out has none yet.
-- status must not stand in a predicate here: it would end HOT updates of ticks.
create index messaging_log_to_answer on public.messaging_log (store_id, customer_id, id)
    where due_at is not null and whatsapp_message_id is not null;
create index messaging_log_to_send on public.messaging_log (store_id, customer_id, id)
    where due_at is not null and whatsapp_message_id is null;

-- Named columns: a status that moves compares no payload.
create trigger messaging_log_content_is_final before update of
    id, store_id, customer_id, customer_phone, wa_user_id, message_type, purpose, message_payload, template_name,
    template_language, is_conversational, reply_to, retry_of, provider_at, created_at
    on public.messaging_log for each row execute function public.refuse_change();
create trigger messaging_log_message_id_is_final before update of whatsapp_message_id on public.messaging_log for each row
    when (old.whatsapp_message_id is not null and new.whatsapp_message_id is distinct from old.whatsapp_message_id)
    execute function public.refuse_change();
create trigger messaging_log_status_moves_forward before update of status on public.messaging_log for each row
    when (public.status_rank(new.status) < public.status_rank(old.status))
    execute function public.refuse_change();
create trigger messaging_log_rows_stay before delete on public.messaging_log
    for each row execute function public.refuse_change();
create trigger messaging_log_is_not_truncated before truncate on public.messaging_log
    execute function public.refuse_truncate();

alter table public.messaging_log enable row level security;
alter table public.messaging_log force row level security;
create policy "the service works for every store" on public.messaging_log to service_role using (true);
create policy "members read the messages of their stores" on public.messaging_log for select to authenticated
    using (store_id = any (array(select public.my_stores('inbox.read'))));
grant select, insert on public.messaging_log to service_role;
grant update (status, whatsapp_message_id, error_message, due_at, attempts, send_started_at) on public.messaging_log to service_role;
grant select on public.messaging_log to authenticated;
