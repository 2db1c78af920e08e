-- What a team remembers of a customer. Never sent to anybody; who wrote a note may take it back.
create table public.customer_notes (
    id          uuid        primary key default gen_random_uuid(),
    store_id    uuid        not null,
    customer_id uuid        not null,
    author_id   uuid        not null default auth.uid(),
    text        text        not null,
    created_at  timestamptz not null default now(),
    constraint customer_notes_stay_in_their_store foreign key (store_id, customer_id)
        references public.customers (store_id, id),
    constraint customer_notes_text_is_given check (length(btrim(text)) between 1 and 2000)
);
create index customer_notes_of_a_customer on public.customer_notes (store_id, customer_id, created_at);

-- A note changes nothing of its customer but that screens shall look again.
create function public.touch_customer_of_note() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    update public.customers set updated_at = now()
    where store_id = coalesce(new.store_id, old.store_id) and id = coalesce(new.customer_id, old.customer_id);
    return null;
end;
$$;
create trigger customer_notes_touch_their_customer after insert or delete on public.customer_notes
    for each row execute function public.touch_customer_of_note();

-- Two customers become one: before the row goes, its ids are aliases of the one that stays.
create function public.move_notes() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    update public.customer_notes n set customer_id = a.customer_id
    from public.customer_aliases a
    where n.store_id = old.store_id and n.customer_id = old.id
      and a.store_id = old.store_id and a.alias = coalesce(old.phone, old.wa_user_id);
    return old;
end;
$$;
create trigger customers_leave_their_notes before delete on public.customers
    for each row execute function public.move_notes();

create function public.erase_notes() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
begin
    delete from public.customer_notes where store_id = new.store_id and customer_id = new.id;
    return null;
end;
$$;
create trigger customers_erased_lose_their_notes after update of wa_user_id on public.customers
    for each row when (new.wa_user_id like 'erased:%') execute function public.erase_notes();

alter table public.customer_notes enable row level security;
alter table public.customer_notes force row level security;
create policy "the service works for every store" on public.customer_notes to service_role using (true);
create policy "members read the notes of their stores" on public.customer_notes for select to authenticated
    using (store_id = any (array(select public.my_stores('inbox.read'))));
create policy "members write notes in their own name" on public.customer_notes for insert to authenticated
    with check (author_id = auth.uid() and store_id = any (array(select public.my_stores('inbox.write'))));
create policy "whoever wrote a note takes it back" on public.customer_notes for delete to authenticated
    using (author_id = auth.uid() and store_id = any (array(select public.my_stores('inbox.write'))));
grant select on public.customer_notes to service_role;
grant select, insert (store_id, customer_id, text), delete on public.customer_notes to authenticated;

-- Quick data of a customer: in which language they are spoken to.
alter table public.customers
    add column language text,
    add constraint customers_language_is_known check (language in ('en', 'sw', 'lg', 'fr'));
comment on column public.customers.language is 'Chosen by the shop; null = nobody said.';
grant update (language) on public.customers to authenticated;
