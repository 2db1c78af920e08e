-- Answers that a shop gives often: written once, found in the box for writing by a slash and their code.
create table public.quick_replies (
    id         uuid        primary key default gen_random_uuid(),
    store_id   uuid        not null references public.store_settings (id),
    code       text        not null,
    text       text        not null,
    created_at timestamptz not null default now(),
    constraint quick_replies_code_is_unique_in_its_store unique (store_id, code),
    constraint quick_replies_code_is_one_word check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    constraint quick_replies_text_is_given check (length(btrim(text)) between 1 and 1000)
);

alter table public.quick_replies enable row level security;
alter table public.quick_replies force row level security;
create policy "the service works for every store" on public.quick_replies to service_role using (true);
create policy "members read the quick replies of their stores" on public.quick_replies for select to authenticated
    using (store_id = any (array(select public.my_stores('store.read'))));
create policy "owners and managers write the quick replies of their stores" on public.quick_replies to authenticated
    using (store_id = any (array(select public.my_stores('store.write'))));
grant select on public.quick_replies to service_role;
grant select, insert (store_id, code, text), update (code, text), delete on public.quick_replies to authenticated;
