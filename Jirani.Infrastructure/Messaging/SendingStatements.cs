namespace Jirani.Infrastructure.Messaging;

/// <summary>How replies go out. A row waits while due_at is set and Meta's id is not; it was begun once send_started_at is set.</summary>
internal static class SendingStatements
{
    /// <summary>One step into each store's part of the index: a backlog is not read.</summary>
    public const string StoresWithWork = """
        select ch.store_id from business_channel_settings ch
        cross join lateral (
            select from messaging_log m
            where m.store_id = ch.store_id and m.due_at is not null and m.whatsapp_message_id is null
            order by m.customer_id, m.id limit 1) oldest
        where ch.is_active and ch.verified_at is not null and ch.attention_reason is null and (ch.paused_until is null or ch.paused_until <= now())
        """;

    public const string Channel = """
        select ch.id, ch.wa_phone_number_id, ch.access_token_protected
        from business_channel_settings ch
        where ch.store_id = $1 and ch.channel_type = 'whatsapp' and ch.is_active and ch.verified_at is not null
          and ch.attention_reason is null and (ch.paused_until is null or ch.paused_until <= now())
        """;

    /// <summary>One sender for a channel over all instances.</summary>
    public const string TryHold = "select pg_try_advisory_lock(hashtextextended('sender ' || $1, 0))";

    /// <summary>
    /// Returns from when on this sender may begin: not within a second of its predecessor's last call. One that did not hand
    /// over may go on for another second before it notices that its lock is gone.
    /// </summary>
    public const string Held = """
        with predecessor as (select is_held, released_at from channel_senders where channel_id = $1)
        insert into channel_senders (channel_id, store_id, is_held) values ($1, $2, true)
        on conflict (channel_id) do update set is_held = true
        returning (select case when is_held then clock_timestamp() + interval '2.5 seconds' else released_at + interval '1 second' end from predecessor)
        """;

    public const string Released = "update channel_senders set is_held = false, released_at = clock_timestamp() where channel_id = $1";

    public const string LetGo = "select pg_advisory_unlock(hashtextextended('sender ' || $1, 0))";

    /// <summary>
    /// The oldest waiting row of each customer after $2, $3 customers at most: a walk along the index, so that a backlog
    /// costs nothing. With it the starts of earlier sends to the same customer, which the pair limit counts.
    /// </summary>
    public const string Candidates = """
        with recursive oldest as (
            (select m.customer_id, m.id, m.due_at, m.send_started_at from messaging_log m
             where m.store_id = $1 and m.customer_id > $2 and m.due_at is not null and m.whatsapp_message_id is null
             order by m.customer_id, m.id limit 1)
            union all
            select n.* from oldest o cross join lateral (
                select m.customer_id, m.id, m.due_at, m.send_started_at from messaging_log m
                where m.store_id = $1 and m.customer_id > o.customer_id and m.due_at is not null and m.whatsapp_message_id is null
                order by m.customer_id, m.id limit 1) n)
        select o.id, o.customer_id, o.due_at <= now() and o.send_started_at is null,
               coalesce((select array_agg(m.send_started_at) from messaging_log m
                   where m.store_id = $1 and m.customer_id = o.customer_id and m.created_at > now() - interval '2 hours'
                     and m.send_started_at > now() - interval '1 hour'), array[]::timestamptz[]),
               clock_timestamp()
        from oldest o limit $3
        """;

    /// <summary>Not what STOP has ended meanwhile.</summary>
    public const string Postpone = """
        update messaging_log m set due_at = k.due_at from unnest($1::bigint[], $2::timestamptz[]) k(id, due_at)
        where m.id = k.id and m.due_at is not null and m.send_started_at is null
        """;

    /// <summary>Consent is read under a lock that STOP has to wait for: what is claimed here began before it.</summary>
    public const string LockConsent = """
        select from customer_channel_opt_in
        where store_id = $1 and customer_id = any($2) and channel_type = 'whatsapp' order by customer_id for share
        """;

    /// <summary>Committed before the call: what has a start and no id from Meta may have been sent, and is not sent again by itself.</summary>
    public const string Claim = """
        update messaging_log m
        set send_started_at = clock_timestamp(), attempts = m.attempts + 1
        from customers u, conversations c
        where m.id = any($2) and m.store_id = $1 and m.due_at is not null and m.send_started_at is null and m.whatsapp_message_id is null
          and u.store_id = m.store_id and u.id = m.customer_id and c.store_id = m.store_id and c.customer_id = m.customer_id
          and c.window_until > now() + $3
          and (m.purpose = 'consent' or exists (select from customer_channel_opt_in o
              where o.store_id = m.store_id and o.customer_id = m.customer_id and o.channel_type = 'whatsapp' and o.is_opted_in))
        returning m.id, m.customer_id, c.id, coalesce(u.phone, m.customer_phone), u.wa_user_id, m.message_payload::text, m.attempts
        """;

    /// <summary>What a claim left: the customer said STOP, or the 24 hours are over.</summary>
    public const string Refuse = """
        with refused as (
            update messaging_log m
            set status = 'failed', due_at = null, error_message = case when c.window_until > now() + $3 then 'opted_out' else $4 end
            from conversations c
            where m.id = any($2) and m.store_id = $1 and m.due_at is not null and m.send_started_at is null and m.whatsapp_message_id is null
              and c.store_id = m.store_id and c.customer_id = m.customer_id
            returning m.store_id, m.id, c.id conversation_id, m.error_message),
        noted as (
            insert into message_status_events (store_id, message_id, status, occurred_at, error_text)
            select store_id, id, 'failed', clock_timestamp(), error_message from refused)
        select conversation_id from refused
        """;

    public const string Accepted = """
        with sent as (
            update messaging_log
            set whatsapp_message_id = coalesce(whatsapp_message_id, $2), due_at = null,
                error_message = case when status = 'failed' then error_message end, status = case when status = 'queued' then 'sent' else status end
            where id = $1 returning store_id, id)
        insert into message_status_events (store_id, message_id, status, occurred_at)
        select store_id, id, 'sent', date_trunc('second', clock_timestamp()) from sent
        on conflict do nothing
        """;

    public const string Again = """
        update messaging_log set send_started_at = null, due_at = clock_timestamp() + $2, error_message = $3, attempts = attempts - $4
        where id = $1 and whatsapp_message_id is null
        """;

    public const string Unknown = "update messaging_log set due_at = null where id = $1 and whatsapp_message_id is null";

    public const string Failed = """
        with failed as (
            update messaging_log set status = 'failed', due_at = null, error_message = $2
            where id = $1 and status = 'queued' returning store_id, id)
        insert into message_status_events (store_id, message_id, status, occurred_at, error_code, error_text)
        select store_id, id, 'failed', clock_timestamp(), $3, $2 from failed
        """;

    /// <summary>$3 is the token it was said of: a refusal of the old one must not stop the new one.</summary>
    public const string ChannelNeedsAttention =
        "update business_channel_settings set attention_reason = $2 where id = $1 and access_token_protected is not distinct from $3";

    /// <summary>A shared token is changed by a setting and a restart, which no row tells of: whoever starts tries once more.</summary>
    public const string TrySharedTokenAgain =
        "update business_channel_settings set attention_reason = null where access_token_protected is null and attention_reason is not null";

    /// <summary>Of several waits that Meta asked for, the longest holds.</summary>
    public const string ChannelPaused =
        "update business_channel_settings set paused_until = greatest(paused_until, clock_timestamp() + $2) where id = $1";

    public const string OptOut = """
        update customer_channel_opt_in set is_opted_in = false, consent_source = 'whatsapp', consent_at = clock_timestamp()
        where store_id = $1 and customer_id = $2 and channel_type = 'whatsapp' and is_opted_in
        """;

    /// <summary>A call lasts half a minute at most: what began a minute ago was left behind by a crash, and its outcome is unknown.</summary>
    public const string Abandoned = """
        update messaging_log set due_at = null
        where due_at is not null and whatsapp_message_id is null and send_started_at < now() - interval '1 minute'
        """;
}
