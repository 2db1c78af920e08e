using System.Diagnostics;
using Jirani.Domain.Messaging;

namespace Jirani.Infrastructure.Conversations;

/// <summary>
/// What stands in the inbox. Plain SQL where other screens use EF: with every message it is read for every shop that is watched, and
/// finding EF's own statement for it took eight times as long as reading.
/// </summary>
internal static class InboxStatements
{
    private const string Unpaid = "from orders o where o.store_id = c.store_id and o.customer_id = c.customer_id and o.status = 'pending'";

    private const string CartLines = """
        from cart_sessions s join cart_items i on i.store_id = s.store_id and i.cart_id = s.id
        where s.store_id = c.store_id and s.customer_id = c.customer_id and s.status = 'open'
        """;

    /// <summary>$1 the store. Gathered first, for they are few: asking conversation by conversation reads all of them.</summary>
    private const string Debtors = "select o.customer_id from orders o where o.store_id = $1 and o.status = 'pending'";

    /// <inheritdoc cref="Debtors" />
    private const string Shoppers = """
        select s.customer_id from cart_sessions s where s.store_id = $1 and s.status = 'open'
        and exists (select from cart_items i where i.store_id = s.store_id and i.cart_id = s.id)
        """;

    /// <inheritdoc cref="Debtors" />
    private const string Refusers =
        "select k.customer_id from customer_channel_opt_in k where k.store_id = $1 and k.channel_type = 'whatsapp' and not k.is_opted_in";

    /// <summary>Whoever's window is open wrote within a day, so the list by time is read no further back.</summary>
    private static readonly string _closing = $"""
        c.last_message_at > now() - interval '24 hours'
        and c.window_until > now() + interval '{ServiceWindow.Margin}' and c.window_until <= now() + interval '{ServiceWindow.Margin + ServiceWindow.Soon}'
        """;

    /// <summary>$1 the store.</summary>
    public static readonly string Counts = $"""
        select {Count(ConversationScope.Waiting)}, {Count(ConversationScope.Unread)}, {Count(ConversationScope.Unpaid)}, {Count(ConversationScope.OpenCart)}
        """;

    /// <summary>$1 the store.</summary>
    public static readonly string CountWaiting = $"select {Count(ConversationScope.Waiting)}";

    /// <summary>$1 the store; newest first. The numbers stand in the text: a plan made for any number of rows reads them all.</summary>
    public static string RowsIn(ConversationScope scope, int skip, int count) => Rows(In(scope), skip, count);

    /// <summary>As <see cref="RowsIn" />, and $2 what is looked for.</summary>
    public static string FoundIn(ConversationScope scope, int skip, int count) =>
        Rows($"c.id = any (array(select search_conversations($1, $2))) and {In(scope)}", skip, count);

    private static string Rows(string where, int skip, int count) => $"""
        select c.id, u.name, u.username, u.phone, c.preview, c.last_direction = 'in', c.last_message_at, c.unread, c.needs_person,
            (select coalesce(sum(o.total_amount), 0) {Unpaid}), (select coalesce(sum(i.quantity * i.unit_price), 0) {CartLines}), c.window_until,
            (select m.status from messaging_log m where m.store_id = c.store_id and m.customer_id = c.customer_id
             order by m.created_at desc, m.id desc limit 1)
        from (select * from conversations c where c.store_id = $1 and c.last_message_at is not null and {where}
              order by c.last_message_at desc, c.id offset {skip} limit {count}) c
        join customers u on u.store_id = c.store_id and u.id = c.customer_id
        order by c.last_message_at desc, c.id
        """;

    private static string Count(ConversationScope scope) =>
        $"(select count(*)::int from (select from conversations c where c.store_id = $1 and c.last_message_at is not null and {In(scope)} limit {ConversationCounts.Most}) few)";

    private static string In(ConversationScope scope) => scope switch
    {
        ConversationScope.Any => "true",
        ConversationScope.Waiting => "c.needs_person",
        ConversationScope.Others => "not c.needs_person",
        ConversationScope.Unread => "c.unread > 0",
        ConversationScope.Unpaid => $"c.customer_id = any (array({Debtors}))",
        ConversationScope.OpenCart => $"c.customer_id = any (array({Shoppers}))",
        ConversationScope.Closing => _closing,
        ConversationScope.OptedOut => $"c.customer_id = any (array({Refusers}))",
        _ => throw new UnreachableException(),
    };
}
