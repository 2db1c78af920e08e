namespace Jirani.Tests.Database;

/// <summary>What a table of <c>public</c> shows to whom. A table that is not listed here fails the tests.</summary>
/// <param name="Table">Its name.</param>
/// <param name="MembersRead">Whether members of a store see that store's rows.</param>
/// <param name="PublicKey">The column by which somebody with a link sees the rows of one order; null = they see none.</param>
/// <param name="StoreColumn">Where the store stands; null = the rows belong to no store.</param>
public sealed record TableCase(string Table, bool MembersRead = true, string? PublicKey = null, string? StoreColumn = "store_id")
{
    public static IReadOnlyList<TableCase> All { get; } =
    [
        new("store_settings", PublicKey: "id", StoreColumn: "id"),
        new("store_members"),
        new("store_invitations"),
        new("products"),
        new("customers"),
        new("customer_aliases"),
        new("customer_notes"),
        new("quick_replies"),
        new("conversations"),
        new("business_channel_settings"),
        new("channel_senders", MembersRead: false),
        new("channel_proofs"),
        new("messaging_log"),
        new("customer_channel_opt_in"),
        new("consent_events"),
        new("message_status_events"),
        new("parked_statuses", MembersRead: false),
        new("webhook_quarantine", MembersRead: false, StoreColumn: null),
        new("cart_sessions"),
        new("cart_items"),
        new("order_numbers", MembersRead: false),
        new("orders", PublicKey: "id"),
        new("order_items", PublicKey: "order_id"),
        new("order_events"),
        new("deliveries", PublicKey: "order_id"),
        new("payment_transactions", PublicKey: "order_id"),
        new("payment_refunds"),
        new("flutterwave_customers", MembersRead: false, StoreColumn: null),
        new("payment_events"),
        new("ledger_accounts"),
        new("ledger_transactions"),
        new("ledger_entries"),
        new("store_balances"),
    ];

    public static TheoryData<string> Tables { get; } = [.. All.Select(table => table.Table)];

    public static TableCase Of(string table) => All.Single(known => known.Table == table);
}
