-- What speaks for a channel: when Meta shook hands, and how long its token lasts. A row of its own, because senders and
-- workers read the channel's row all the time. What came and went last is read from the log, which pays nothing for it.
create table public.channel_proofs (
    store_id          uuid        primary key references public.store_settings (id),
    last_handshake_at timestamptz,
    token_checked_at  timestamptz,
    token_fault       text,
    token_expires_at  timestamptz,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);
comment on column public.channel_proofs.token_expires_at is 'As Meta says; null = never, or Meta did not say.';
comment on column public.channel_proofs.token_fault is 'What was wrong at the last check, in words; null = nothing.';
create index channel_proofs_changes on public.channel_proofs (updated_at);
create trigger channel_proofs_touch before update on public.channel_proofs
    for each row execute function public.touch_updated_at();

alter table public.channel_proofs enable row level security;
alter table public.channel_proofs force row level security;
create policy "the service works for every store" on public.channel_proofs to service_role using (true);
create policy "members see what speaks for their channels" on public.channel_proofs for select to authenticated
    using (store_id = any (array(select public.my_stores('store.read'))));
grant select, insert, update on public.channel_proofs to service_role;
grant select on public.channel_proofs to authenticated;

-- That there is a secret may be read; the secret may not.
alter table public.business_channel_settings
    add column has_access_token boolean not null generated always as (access_token_protected is not null) stored,
    add column has_app_secret   boolean not null generated always as (app_secret_protected is not null) stored,
    add column has_verify_token boolean not null generated always as (webhook_verify_token is not null) stored;
grant select (has_access_token, has_app_secret, has_verify_token) on public.business_channel_settings to authenticated;
