-- What WhatsApp needs of a channel. Secrets are written and never read back by owners; the verify token is
-- kept as a digest, so that a copy of the database verifies nothing.
alter table public.business_channel_settings
    add column wa_phone_number_id     text,
    add column webhook_verify_token   text,
    add column access_token_protected text,
    add column app_secret_protected   text,
    add column verified_at            timestamptz,
    add column attention_reason       text,
    add column paused_until           timestamptz,
    add constraint business_channel_settings_number_is_digits check (wa_phone_number_id ~ '^[0-9]{1,32}$');
comment on column public.business_channel_settings.verified_at is 'When the store proved the number with its own token; null = nothing arrives.';
comment on column public.business_channel_settings.attention_reason is 'Why sending stands still until the owner acts; null = nothing is wrong.';
comment on column public.business_channel_settings.paused_until is 'Until when Meta asked this number to wait; null = no wait.';

-- A number belongs to the one store that proved it; typing another shop's number blocks nobody.
create unique index business_channel_settings_number_is_proved_once on public.business_channel_settings (wa_phone_number_id)
    where verified_at is not null;
create index business_channel_settings_verify_token on public.business_channel_settings (webhook_verify_token);

create function public.digest_verify_token() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    if new.webhook_verify_token !~ '^sha256:[0-9a-f]{64}$' then
        new.webhook_verify_token := 'sha256:' || encode(sha256(convert_to(new.webhook_verify_token, 'UTF8')), 'hex');
    end if;
    return new;
end;
$$;
create trigger business_channel_settings_digest_verify_token before insert or update of webhook_verify_token
    on public.business_channel_settings for each row execute function public.digest_verify_token();

-- A new number must be proved again.
create function public.forget_proof() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.verified_at := null;
    return new;
end;
$$;
create trigger business_channel_settings_forget_proof before update of wa_phone_number_id on public.business_channel_settings
    for each row when (new.wa_phone_number_id is distinct from old.wa_phone_number_id)
    execute function public.forget_proof();

-- A new token ends the trouble of the old one.
create function public.forget_attention() returns trigger
    language plpgsql
    set search_path = ''
as $$
begin
    new.attention_reason := null;
    new.paused_until := null;
    return new;
end;
$$;
create trigger business_channel_settings_forget_attention before update of access_token_protected
    on public.business_channel_settings
    for each row when (new.access_token_protected is distinct from old.access_token_protected)
    execute function public.forget_attention();

grant select (wa_phone_number_id, verified_at, attention_reason, paused_until) on public.business_channel_settings to authenticated;
grant insert (wa_phone_number_id, webhook_verify_token, access_token_protected, app_secret_protected)
    on public.business_channel_settings to authenticated;
grant update (wa_phone_number_id, webhook_verify_token, access_token_protected, app_secret_protected)
    on public.business_channel_settings to authenticated;

-- Who sends for a number hands over here: a successor waits out the second that the number's limit is counted in.
create table public.channel_senders (
    channel_id  uuid        primary key,
    store_id    uuid        not null,
    is_held     boolean     not null,
    released_at timestamptz,
    created_at  timestamptz not null default now(),
    constraint channel_senders_stay_with_their_channel foreign key (store_id, channel_id)
        references public.business_channel_settings (store_id, id)
);
alter table public.channel_senders enable row level security;
alter table public.channel_senders force row level security;
create policy "the service works for every store" on public.channel_senders to service_role using (true);
grant select, insert, update on public.channel_senders to service_role;
