-- Who is asking: the claims of the transaction, read so that nothing unreadable is ever an error.
-- An earlier transaction leaves the setting as an empty string, not null.
create schema if not exists auth;

create function auth.claim(name text) returns uuid
    language plpgsql stable
    set search_path = ''
as $$
begin
    return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> name)::uuid;
exception when data_exception or program_limit_exceeded then
    return null;
end;
$$;

create function auth.uid() returns uuid
    language sql stable
    set search_path = ''
as $$ select auth.claim('sub') $$;

create function auth.order_id() returns uuid
    language sql stable
    set search_path = ''
as $$ select auth.claim('order') $$;

revoke all on schema public from public;
revoke all on schema auth from public;
grant usage on schema public, auth to service_role, authenticated, anon;
grant usage on schema extensions to service_role, authenticated;
alter default privileges revoke execute on functions from public;
revoke execute on all functions in schema auth from public;
grant execute on all functions in schema auth to service_role, authenticated, anon;

create function public.touch_updated_at() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.updated_at := now();
    return new;
end;
$$;

-- Whatever is append-only refuses everyone but the role that no login has.
create function public.refuse_change() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if current_user = 'jirani_archivist' then
        return coalesce(new, old);
    end if;
    raise exception '% of % is refused: its rows are a record', tg_op, tg_table_name using errcode = 'restrict_violation';
end;
$$;

create function public.refuse_truncate() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    raise exception 'truncate of % is refused: its rows are a record', tg_table_name using errcode = 'restrict_violation';
end;
$$;
