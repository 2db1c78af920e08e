using System.Net;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jirani.Tests.Support;

/// <summary>
/// The app in this process, on real Kestrel and a database of its own with the two demo stores, its Graph played by its own
/// simulator. Disposing it checks the invariants and drops the database.
/// </summary>
public sealed class JiraniApp : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TimeProvider? _clock;
    private readonly IPaymentGateway? _gateway;

    private JiraniApp(TestDatabase database, int port, JiraniAppSetup setup)
    {
        Database = database;
        _clock = setup.Clock;
        _gateway = setup.Gateway;
        _settings = AppSettings.For(database, port, setup.Wire);
        foreach (var (name, value) in setup.Settings)
        {
            _settings[name] = value;
        }

        UseKestrel(port);
        Site = new Uri($"http://127.0.0.1:{port}");
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Site };
    }

    public TestDatabase Database { get; }

    public Uri Site { get; }

    /// <summary>Speaks to it over the loopback; follows no redirect, keeps no cookie.</summary>
    public HttpClient Client { get; }

    public static async Task<JiraniApp> StartAsync(PostgresFixture postgres, CancellationToken cancellationToken, JiraniAppSetup? setup = null)
    {
        var app = new JiraniApp(await postgres.SeededAsync(cancellationToken), Port.Free(), setup ?? new JiraniAppSetup());
        app.StartServer();
        return app;
    }

    public async Task<HttpStatusCode> PostSignedAsync(byte[] body, CancellationToken cancellationToken, string path = "/webhooks/whatsapp")
    {
        using var request = SignedMessage.Post(body, path);
        using var response = await Client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Comes again until it is acknowledged, as it does from Meta: an app without a processor to itself says 503 now and then.</summary>
    public Task DeliverAsync(byte[] body, CancellationToken cancellationToken) => WaitUntil.TrueAsync(
        "the webhook is acknowledged", async () => await PostSignedAsync(body, cancellationToken) == HttpStatusCode.OK, TimeSpan.FromMinutes(1), cancellationToken);

    /// <summary>A customer writes to a demo store.</summary>
    /// <returns>The message's WhatsApp id.</returns>
    public async Task<string> SendTextAsync(StoreCast store, string phone, string text, CancellationToken cancellationToken)
    {
        var id = SignedMessage.NewId();
        await DeliverAsync(SignedMessage.Text(store.PhoneNumberId, phone, text, id), cancellationToken);
        return id;
    }

    /// <summary>A customer writes, and the text of the reply to it is awaited.</summary>
    public async Task<string> AskAsync(StoreCast store, string phone, string text, CancellationToken cancellationToken)
    {
        var id = await SendTextAsync(store, phone, text, cancellationToken);
        await WaitUntilProcessedAsync(id, cancellationToken);
        return await Database.ValueAsync<string>(Actor.Superuser, """
            select r.message_payload #>> '{text,body}'
            from messaging_log r join messaging_log m on m.store_id = r.store_id and m.id = r.reply_to
            where m.whatsapp_message_id = $1
            """, cancellationToken, id);
    }

    public Task WaitUntilProcessedAsync(string whatsAppMessageId, CancellationToken cancellationToken) =>
        WaitUntil.TrueAsync($"message {whatsAppMessageId} is processed", async () =>
            await Database.ValueAsync<long>(Actor.Superuser,
                "select count(*) from messaging_log where whatsapp_message_id = $1 and status = 'processed'", cancellationToken, whatsAppMessageId) > 0,
            cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await Database.AssertInvariantsAsync(CancellationToken.None);
        }
        finally
        {
            Client.Dispose();
            await base.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Logging:Console:LogLevel:Default", "None");   // hundreds of apps at once would bury what failed
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = QuickPassword.Rounds);
            if (_clock is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(_clock));
            }

            if (_gateway is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(_gateway));
            }
        });
    }
}
