-- A place in a store's team, offered by a link that works once. Only a digest of the link's token is kept.
create table public.store_invitations (
    id           uuid        primary key default gen_random_uuid(),
    store_id     uuid        not null references public.store_settings (id),
    role         text        not null,
    token_digest text        not null unique,
    created_by   uuid        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null default now() + interval '7 days',
    accepted_at  timestamptz,
    accepted_by  uuid,
    revoked_at   timestamptz,
    constraint store_invitations_role_can_be_given check (role in ('manager', 'agent')),
    constraint store_invitations_are_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null))
);
create index store_invitations_of_a_store on public.store_invitations (store_id, created_at);

alter table public.store_invitations enable row level security;
alter table public.store_invitations force row level security;
create policy "the service works for every store" on public.store_invitations to service_role using (true);
create policy "owners see the invitations of their stores" on public.store_invitations for select to authenticated
    using (store_id = any (array(select public.my_stores('team.write'))));
grant select, insert, update on public.store_invitations to service_role;
grant select (id, store_id, role, created_by, created_at, expires_at, accepted_at, accepted_by, revoked_at)
    on public.store_invitations to authenticated;
