using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>Mama Njeri's shop, in which one person may turn out to be two rows: one by phone, one by user id.</summary>
public abstract class CustomerLinkTest(PostgresFixture postgres) : DatabaseTest(postgres)
{
    protected static readonly Guid ByPhone = StoreRows.Id(Cast.MamaNjeri, "by phone");
    protected static readonly Guid ByUserId = StoreRows.Id(Cast.MamaNjeri, "by user id");

    private static readonly Guid _store = Cast.MamaNjeri.Id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddStoreAsync(Database, Cast.MamaNjeri, Cancel);
        await WelcomeAsync(ByPhone, Cast.Otieno, null);
    }

    protected async Task WelcomeAsync(Guid id, string? phone, string? userId)
    {
        await DoAsync("insert into customers (id, store_id, phone, wa_user_id) values ($2, $1, $3, $4)", id, phone, userId);
        await DoAsync("insert into conversations (store_id, customer_id) values ($1, $2)", id);
        await DoAsync("insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source) values ($1, $2, $3, 'first message')", id, phone);
        await DoAsync("insert into cart_sessions (id, store_id, customer_id, session_id) values ($2, $1, $2, 'wa:' || coalesce($3, $4))", id, phone, userId);
    }

    protected Task<string> LinkAsync(Guid customer, string? phone, string? userId) =>
        Database.ValueAsync<string>(Actor.Service, "select link_customer($1, $2, $3::text, $4::text)", Cancel, _store, customer, phone, userId);

    /// <summary>As the service; $1 is the store.</summary>
    protected async Task DoAsync(string sql, params object?[] values)
    {
        await using var transaction = await Database.BeginAsync(Actor.Service, Cancel);
        await transaction.ExecuteAsync(Typed(sql), Cancel, [_store, .. values]);
        await transaction.CommitAsync(Cancel);
    }

    protected Task<T> OneAsync<T>(string sql, params object?[] values) => Database.ValueAsync<T>(Actor.Service, Typed(sql), Cancel, [_store, .. values]);

    protected Task<IReadOnlyList<T>> ManyAsync<T>(string sql, params object?[] values) => Database.ListAsync<T>(Actor.Service, Typed(sql), Cancel, [_store, .. values]);

    // A null has no type of its own.
    private static string Typed(string sql) => sql.Replace("$3", "$3::text", StringComparison.Ordinal).Replace("$4", "$4::text", StringComparison.Ordinal);
}
