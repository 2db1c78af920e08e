namespace Jirani.Infrastructure.Live;

internal static class LiveStatements
{
    public const string Cursor = """
        select clock_timestamp(), coalesce((select max(id) from messaging_log), 0), coalesce((select max(id) from message_status_events), 0)
        """;

    /// <summary>
    /// $1 stores, $2 and $3 how far log and status events were read (0 = not yet), $4 since when rows count as changed.
    /// The log has no updated_at, which would end its HOT updates: its new rows come by id, its changes as events.
    /// </summary>
    public static readonly string Changed = $"""
        with since as (select coalesce($4, now() - interval '6 seconds') at)
        {Rows(ChangeKind.Conversation, "conversations", "id")}
        union all {Rows(ChangeKind.Cart, "cart_sessions", "customer_id")}
        union all {Rows(ChangeKind.Order, "orders", "id")}
        union all {Rows(ChangeKind.Order, "deliveries", "order_id")}
        union all {Rows(ChangeKind.Product, "products", "id")}
        union all {Rows(ChangeKind.Customer, "customers", "id")}
        union all {Rows(ChangeKind.Customer, "customer_channel_opt_in", "customer_id")}
        union all {Rows(ChangeKind.Channel, "business_channel_settings", "id")}
        union all {Rows(ChangeKind.Channel, "channel_proofs", "store_id")}
        union all {Rows(ChangeKind.Payment, "payment_transactions", "id")}
        union all {Rows(ChangeKind.Payment, "payment_refunds", "transaction_id")}
        union all
        select {(int)ChangeKind.Conversation}, c.store_id, c.id, max(m.created_at)
        from messaging_log m join conversations c on c.store_id = m.store_id and c.customer_id = m.customer_id
        where $2 > 0 and m.id > $2 and m.store_id = any($1) group by c.store_id, c.id
        union all
        select {(int)ChangeKind.Conversation}, c.store_id, c.id, max(e.created_at)
        from message_status_events e
        join messaging_log m on m.store_id = e.store_id and m.id = e.message_id
        join conversations c on c.store_id = m.store_id and c.customer_id = m.customer_id
        where $3 > 0 and e.id > $3 and e.store_id = any($1) group by c.store_id, c.id
        """;

    private static string Rows(ChangeKind kind, string table, string id) =>
        $"select {(int)kind}, t.store_id, t.{id}, t.updated_at from {table} t, since where t.updated_at > since.at and t.store_id = any($1)";
}
