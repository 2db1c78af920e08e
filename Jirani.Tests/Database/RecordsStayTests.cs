using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>What was recorded stays as it was, whoever asks: by grant for the app, by trigger for those with every right.</summary>
public sealed class RecordsStayTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private static readonly string[] _refused = [Refusal.NoPermission, Refusal.IsRecord];

    public static TheoryData<string, string> Records => new()
    {
        { "messaging_log", "message_payload" },
        { "messaging_log", "customer_phone" },
        { "messaging_log", "customer_id" },
        { "messaging_log", "purpose" },
        { "message_status_events", "status" },
        { "consent_events", "is_opted_in" },
        { "order_events", "note" },
        { "ledger_transactions", "provider_id" },
        { "ledger_entries", "amount" },
    };

    private static Actor[] Everybody =>
    [
        Actor.Superuser, Actor.Migrator, Actor.Service, Actor.Owner(Cast.MamaNjeri.OwnerId),
        Actor.Public(StoreRows.Id(Cast.MamaNjeri, "order")), new(Login.Dashboard), new(Login.Public), new(Login.Identity),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_record_is_not_changed_deleted_or_truncated(string table, string column)
    {
        foreach (var actor in Everybody)
        {
            await Refusal.ExpectAsync(stores.Database, actor, $"update public.{table} set {column} = {column}", _refused, Cancel);
            await Refusal.ExpectAsync(stores.Database, actor, $"delete from public.{table}", _refused, Cancel);
            await Refusal.ExpectAsync(stores.Database, actor, $"truncate public.{table} cascade", _refused, Cancel);
        }
    }

    [Fact]
    public async Task Truncating_what_records_hang_on_is_refused_as_well()
    {
        foreach (var table in new[] { "customers", "orders", "store_settings", "ledger_accounts" })
        {
            await Refusal.ExpectAsync(stores.Database, Actor.Superuser, $"truncate {table} cascade", [Refusal.IsRecord], Cancel);
        }
    }

    [Fact]
    public async Task The_service_does_not_rewrite_frozen_lines_or_raw_events()
    {
        foreach (var change in new[]
        {
            "update order_items set quantity = 1", "delete from order_items", "delete from orders", "delete from customers",
            "update payment_events set body = ''", "delete from payment_events", "delete from payment_transactions",
            "update webhook_quarantine set reason = ''", "delete from webhook_quarantine", "delete from products", "delete from conversations",
        })
        {
            await Refusal.ExpectAsync(stores.Database, Actor.Service, change, [Refusal.NoPermission], Cancel);
        }
    }
}
