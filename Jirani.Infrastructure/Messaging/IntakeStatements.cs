namespace Jirani.Infrastructure.Messaging;

/// <summary>Intake inserts and moves statuses; it never updates a row that the worker locks.</summary>
internal static class IntakeStatements
{
    private const string Channels = """
        join business_channel_settings ch on ch.wa_phone_number_id = k.number and ch.verified_at is not null and ch.is_active
        """;

    /// <summary>Customer, conversation, cart and opt-in, where the customer is new. Sorted, so that two instances cannot cross.</summary>
    public const string Welcome = $"""
        with said as (
            select ch.store_id, k.phone, k.user_id, k.name, k.username
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) k(number, store_id, phone, user_id, name, username)
            {Channels} and (k.store_id is null or k.store_id = ch.store_id)),
        fresh as (
            insert into customers (store_id, phone, wa_user_id, name, username)
            select s.* from said s
            where not exists (select from customers c where c.store_id = s.store_id and c.wa_user_id = s.user_id)
              and not exists (select from customers c where c.store_id = s.store_id and c.phone = s.phone)
              and not exists (select from customer_aliases a where a.store_id = s.store_id and a.alias = coalesce(s.user_id, s.phone))
            order by s.store_id, s.phone, s.user_id
            on conflict do nothing
            returning store_id, id, phone, 'wa:' || coalesce(phone, wa_user_id) session_id),
        opened as (insert into conversations (store_id, customer_id) select store_id, id from fresh),
        carts as (insert into cart_sessions (store_id, customer_id, session_id) select store_id, id, session_id from fresh)
        insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source)
        select store_id, id, phone, 'first_message' from fresh
        """;

    /// <summary>
    /// Arrival order becomes id order. A user id decides before a phone; a phone that only an alias knows decides nothing
    /// where a user id was said, since the number may have a new owner.
    /// </summary>
    public const string Keep = $"""
        with kept as (
            insert into messaging_log (store_id, customer_id, customer_phone, wa_user_id, message_type, purpose, message_payload,
                status, whatsapp_message_id, is_conversational, due_at, provider_at)
            select ch.store_id, c.id, coalesce(k.said_phone, c.phone), k.said_user_id,
                case when k.is_echo then 'outbound_text' else 'inbound' end, case when k.is_echo then 'owner' end, k.payload::jsonb,
                case when k.is_echo then 'sent' else 'received' end, k.message_id, k.is_conversational, now(), k.sent_at
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[], $9::text[],
                    $10::text[], $11::timestamptz[]) with ordinality
                k(number, store_id, phone, user_id, said_phone, said_user_id, is_echo, is_conversational, message_id, payload, sent_at, n)
            {Channels} and (k.store_id is null or k.store_id = ch.store_id)
            join customers c on c.id = coalesce(
                (select u.id from customers u where u.store_id = ch.store_id and u.wa_user_id = k.user_id),
                (select a.customer_id from customer_aliases a where a.store_id = ch.store_id and a.alias = k.user_id),
                (select u.id from customers u where u.store_id = ch.store_id and u.phone = k.phone),
                (select a.customer_id from customer_aliases a where a.store_id = ch.store_id and a.alias = k.phone and k.user_id is null))
            where not exists (select from messaging_log e where e.store_id = ch.store_id and e.whatsapp_message_id = message_digest(k.message_id))
            order by k.n
            on conflict (store_id, whatsapp_message_id) do nothing
            returning store_id, customer_id)
        select distinct 'kept', kept.store_id, kept.customer_id, c.id
        from kept join conversations c on c.store_id = kept.store_id and c.customer_id = kept.customer_id
        """;

    /// <summary>
    /// Every status is noted once; the row moves to the highest, and only forward. A status that finds its message only by
    /// our own id (the callback data) settles a send whose answer was lost. What finds none is parked for some minutes.
    /// </summary>
    public const string MoveStatuses = $"""
        with said as materialized (
            select ch.store_id, k.message_id, k.log_id, k.status, date_trunc('second', coalesce(k.occurred_at, now())) occurred_at, k.code, k.error
            from unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::int[], $8::text[])
                k(number, store_id, message_id, log_id, status, occurred_at, code, error)
            {Channels} and (k.store_id is null or k.store_id = ch.store_id)),
        found as materialized (
            select s.*, coalesce(
                (select m.id from messaging_log m where m.store_id = s.store_id and m.whatsapp_message_id = s.message_id and m.message_type <> 'inbound'),
                (select m.id from messaging_log m where m.store_id = s.store_id and m.id = s.log_id and m.message_type <> 'inbound'
                    and m.whatsapp_message_id is null)) id
            from said s),
        noted as (
            insert into message_status_events (store_id, message_id, status, occurred_at, error_code, error_text)
            select distinct on (id, status, occurred_at) store_id, id, status, occurred_at, code, error from found where id is not null
            order by id, status, occurred_at
            on conflict do nothing),
        parked as (
            insert into parked_statuses (store_id, whatsapp_message_id, status, occurred_at, error_code, error_text)
            select store_id, message_id, status, occurred_at, code, error from found where id is null
            on conflict do nothing),
        highest as (
            select distinct on (id) id, message_id, status, code, error from found where id is not null order by id, status_rank(status) desc),
        locked as (
            select m.id, h.message_id, h.status, h.code, h.error
            from highest h join messaging_log m on m.id = h.id
            where status_rank(m.status) < status_rank(h.status) or m.whatsapp_message_id is null
            order by m.id for no key update of m),
        moved as (
            update messaging_log m
            set status = case when status_rank(l.status) > status_rank(m.status) then l.status else m.status end,
                whatsapp_message_id = coalesce(m.whatsapp_message_id, l.message_id),
                error_message = case when status_rank(l.status) <= status_rank(m.status) then m.error_message
                                     when l.status = 'failed' then concat_ws(' ', l.error, '(' || l.code || ')') end,
                due_at = null
            from locked l where m.id = l.id
            returning m.store_id, m.customer_id)
        select distinct 'moved', m.store_id, m.customer_id, c.id
        from moved m join conversations c on c.store_id = m.store_id and c.customer_id = m.customer_id
        """;

    /// <summary>Customers who told Meta to stop, by the ids of messages that failed for it. The messages are known by these ids already.</summary>
    public const string OptOut = $"""
        update customer_channel_opt_in o
        set is_opted_in = false, consent_source = 'whatsapp', consent_at = clock_timestamp()
        from unnest($1::text[], $2::uuid[], $3::text[]) k(number, store_id, message_id)
        {Channels} and (k.store_id is null or k.store_id = ch.store_id)
        join messaging_log m on m.store_id = ch.store_id and m.whatsapp_message_id = k.message_id and m.message_type <> 'inbound'
        where o.store_id = m.store_id and o.customer_id = m.customer_id and o.channel_type = 'whatsapp' and o.is_opted_in
        """;

    public const string Quarantine = """
        insert into webhook_quarantine (provider, reason, body)
        select 'whatsapp', k.reason, k.body from unnest($1::text[], $2::bytea[]) k(reason, body)
        on conflict do nothing
        """;

    /// <summary>The places, from 1, of items whose number no store has proved, or another store than the called one.</summary>
    public const string Unrouted = """
        select 'unrouted', k.n from unnest($1::text[], $2::uuid[]) with ordinality k(number, store_id, n)
        where not exists (select from business_channel_settings ch
            where ch.wa_phone_number_id = k.number and ch.verified_at is not null and ch.is_active
              and (k.store_id is null or k.store_id = ch.store_id))
        """;
}
