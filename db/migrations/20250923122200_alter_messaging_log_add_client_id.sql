-- What an owner sends carries an id that their browser made: a second press, or a send repeated after a lost connection, is known.
alter table public.messaging_log add column client_id uuid;
create unique index messaging_log_client_id_is_unique_in_its_store on public.messaging_log (store_id, client_id)
    where client_id is not null;
