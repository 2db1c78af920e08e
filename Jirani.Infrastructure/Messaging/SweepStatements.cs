namespace Jirani.Infrastructure.Messaging;

/// <summary>How the worker finds what another instance or a crash left behind, and what keeps failing.</summary>
internal static class SweepStatements
{
    /// <summary>The oldest waiting message of each conversation, where its time has come; stores one after the other, 100 each.</summary>
    public const string Overdue = """
        select o.id, o.store_id, o.customer_id, o.attempts
        from business_channel_settings ch cross join lateral (
            select * from (
                select distinct on (m.customer_id) m.id, m.store_id, m.customer_id, m.attempts, m.due_at
                from messaging_log m
                where m.store_id = ch.store_id and m.due_at is not null and m.whatsapp_message_id is not null
                order by m.customer_id, m.id) oldest
            where oldest.due_at < now() - interval '1 second' limit 100) o
        """;

    /// <summary>Counted before the work and in a commit of its own, so that a message that kills the process is known by it. What is being worked on is left out.</summary>
    public const string Count = """
        with held as (
            select c.store_id, c.customer_id
            from unnest($2::uuid[], $3::uuid[]) k(store_id, customer_id)
            join conversations c on c.store_id = k.store_id and c.customer_id = k.customer_id
            order by c.store_id, c.customer_id
            for no key update of c skip locked)
        update messaging_log m set attempts = least(m.attempts + 1, $4)
        from held where m.id = any($1) and m.store_id = held.store_id and m.customer_id = held.customer_id and m.due_at is not null
        returning m.id
        """;

    public const string Uncount = "update messaging_log set attempts = attempts - 1 where id = any($1) and due_at is not null and attempts > 0";

    /// <summary>After a failure of the work itself: counted unless it was already, and due again after as many seconds as there were attempts.</summary>
    public const string Postpone = """
        update messaging_log m
        set attempts = m.attempts + $3, due_at = now() + (m.attempts + 1) * interval '1 second'
        where m.id = (select o.id from messaging_log o
            where o.store_id = $1 and o.customer_id = $2 and o.due_at is not null and o.whatsapp_message_id is not null
            order by o.id limit 1)
        returning m.id, m.attempts
        """;

    public const string SetAside = """
        with aside as (
            update messaging_log set status = case message_type when 'inbound' then 'processed' else status end, due_at = null,
                error_message = 'set aside: could not be answered'
            where id = $1 and due_at is not null
            returning store_id, customer_id)
        update conversations c set needs_person = true
        from aside where c.store_id = aside.store_id and c.customer_id = aside.customer_id
        returning c.store_id, c.id
        """;
}
