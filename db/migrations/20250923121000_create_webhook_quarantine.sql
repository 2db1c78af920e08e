-- What an authentic webhook brought and nobody could place: kept with its bytes and the reason. Belongs to no store.
create table public.webhook_quarantine (
    id          bigint      generated always as identity primary key,
    received_at timestamptz not null default now(),
    provider    text        not null,
    reason      text        not null,
    body        bytea       not null,
    body_digest bytea       not null generated always as (sha256(body)) stored,
    created_at  timestamptz not null default now(),
    constraint webhook_quarantine_provider_is_known check (provider in ('whatsapp', 'flutterwave')),
    constraint webhook_quarantine_keeps_a_body_once unique (provider, reason, body_digest)
);
create index webhook_quarantine_by_age on public.webhook_quarantine (received_at);

alter table public.webhook_quarantine enable row level security;
alter table public.webhook_quarantine force row level security;
create policy "the service keeps what it cannot place" on public.webhook_quarantine to service_role using (true);
grant select, insert on public.webhook_quarantine to service_role;
