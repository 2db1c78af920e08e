using System.Globalization;
using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>A test over the served app: signed bodies in, rows out, and nothing false at its end.</summary>
public abstract class AppTest(JiraniApp app) : IAsyncLifetime
{
    // The first numbers of the country are the shop's own.
    private static int _lastPhone = 1000;

    protected JiraniApp App => app;

    protected TestDatabase Database => app.Database;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static StoreCast Store => Cast.MamaNjeri;

    /// <summary>Of somebody who never wrote before.</summary>
    protected static string NewPhone() =>
        string.Create(CultureInfo.InvariantCulture, $"2547{Interlocked.Increment(ref _lastPhone):D8}");

    protected static string NewUserId() =>
        string.Create(CultureInfo.InvariantCulture, $"KE.{Interlocked.Increment(ref _lastPhone):D16}");

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await SettledAsync();
        await Database.AssertInvariantsAsync(Cancel);
    }

    protected Task<string> AskAsync(string phone, string text) => app.AskAsync(Store, phone, text, Cancel);

    protected async Task AcceptedAsync(byte[] body) => Assert.Equal(HttpStatusCode.OK, await app.PostSignedAsync(body, Cancel));

    protected Task<T> ValueAsync<T>(string sql, params object?[] values) => Database.ValueAsync<T>(Actor.Superuser, sql, Cancel, values);

    protected Task<IReadOnlyList<T>> ListAsync<T>(string sql, params object?[] values) => Database.ListAsync<T>(Actor.Superuser, sql, Cancel, values);

    protected Task<int> ExecuteAsync(string sql, params object?[] values) => Database.ExecuteAsync(Actor.Superuser, sql, Cancel, values);

    /// <summary>Everything that came in is answered.</summary>
    protected Task SettledAsync() => WaitUntil.TrueAsync(
        "nothing waits for an answer",
        () => ValueAsync<bool>("select not exists (select from messaging_log where due_at is not null and whatsapp_message_id is not null)"),
        TimeSpan.FromSeconds(30), Cancel);

    protected async Task<long> QuarantinedAsync(string reason) =>
        await ValueAsync<long>("select count(*) from webhook_quarantine where reason like $1", reason);

    /// <summary>The texts of the replies to a customer, oldest first.</summary>
    protected Task<IReadOnlyList<string>> RepliesAsync(string phone) => ListAsync<string>("""
        select r.message_payload #>> '{text,body}' from messaging_log r
        where r.customer_phone = $1 and r.message_type <> 'inbound' and r.reply_to is not null order by r.id
        """, phone);
}
