namespace Jirani.Infrastructure.Conversations;

/// <summary>What an owner changes in a conversation, written by the service in the store that was found under the owner's own rights.</summary>
internal static class ConversationStatements
{
    /// <summary>No row where this client id was sent before: the conversation is touched once.</summary>
    public const string Reply = """
        with replied as (
            insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, client_id, due_at)
            select c.store_id, c.customer_id, u.phone, 'outbound_' || ($3::jsonb ->> 'type'), 'owner', $3::jsonb, 'queued', $4, now()
            from conversations c join customers u on u.store_id = c.store_id and u.id = c.customer_id
            where c.store_id = $1 and c.id = $2
            on conflict (store_id, client_id) where client_id is not null do nothing
            returning store_id)
        update conversations c
        set last_message_at = greatest(c.last_message_at, now()), last_direction = 'out', preview = $5, unread = 0, needs_person = false,
            bot_paused_until = greatest(c.bot_paused_until, now() + $6)
        from replied where c.store_id = $1 and c.id = $2
        """;

    /// <summary>retry_of is unique: of two presses one makes the row.</summary>
    public const string Retry = """
        with again as (
            insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, retry_of, due_at)
            select m.store_id, m.customer_id, u.phone, m.message_type, m.purpose, m.message_payload, 'queued', m.id, now()
            from messaging_log m join customers u on u.store_id = m.store_id and u.id = m.customer_id
            where m.store_id = $1 and m.id = $2 and m.message_type <> 'inbound' and m.due_at is null
              and (m.status = 'failed' or (m.status = 'queued' and m.whatsapp_message_id is null))
            on conflict (retry_of) do nothing
            returning store_id, customer_id)
        update conversations c set last_message_at = greatest(c.last_message_at, now()), last_direction = 'out', preview = $3
        from again where c.store_id = again.store_id and c.customer_id = again.customer_id
        """;

    public const string MarkRead = "update conversations set unread = 0 where store_id = $1 and id = $2 and unread > 0";

    public const string TakeOver = """
        update conversations set bot_paused_until = greatest(bot_paused_until, now() + $3) where store_id = $1 and id = $2
        """;

    /// <summary>Nobody has to look any more; the next message may ask again.</summary>
    public const string Done = "update conversations set needs_person = false, unread = 0 where store_id = $1 and id = $2 and (needs_person or unread > 0)";

    public const string MarkUnread = "update conversations set unread = 1 where store_id = $1 and id = $2 and unread = 0";

    public const string HandBack = """
        update conversations set bot_paused_until = null, needs_person = false where store_id = $1 and id = $2
        """;
}
