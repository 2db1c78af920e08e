using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>An app with the emulated Graph it sends to. Disposing it proves that nothing was accepted twice for one row, and the invariants.</summary>
internal sealed class Outbound : IAsyncDisposable
{
    private Outbound(JiraniApp app)
    {
        App = app;
        Meta = new Meta(app.Client);
    }

    public JiraniApp App { get; }

    public Meta Meta { get; }

    public TestDatabase Database => App.Database;

    public static async Task<Outbound> StartAsync(
        PostgresFixture postgres, CancellationToken cancellationToken, WireProxy? wire = null, params (string Name, string Value)[] settings) =>
        new(await JiraniApp.StartAsync(postgres, cancellationToken, new JiraniAppSetup
        {
            Wire = wire,
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
        }));

    /// <summary>Has no token, so that it plays Meta and takes webhooks while other instances send.</summary>
    public static Task<Outbound> StartWithoutSenderAsync(PostgresFixture postgres, CancellationToken cancellationToken) =>
        StartAsync(postgres, cancellationToken, null, ("WhatsApp__AccessToken", ""));

    /// <summary>Another instance on the same database, which sends to this one's Graph.</summary>
    public Task<AppProcess> JoinAsync(CancellationToken cancellationToken, Uri? graph = null) =>
        AppProcess.StartAsync(Database, cancellationToken, settings: new Dictionary<string, string>
        {
            ["WhatsApp__GraphBaseUrl"] = new Uri(graph ?? App.Site, "/simulator/graph").ToString(),
        });

    public async ValueTask DisposeAsync()
    {
        try
        {
            Assert.Empty((await Meta.LedgerAsync(CancellationToken.None)).AcceptedTwice);
        }
        finally
        {
            await App.DisposeAsync();
        }
    }
}
