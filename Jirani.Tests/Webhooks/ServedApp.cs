using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>One app and one database for all tests of a class, each of which brings customers of its own.</summary>
public class ServedApp(PostgresFixture postgres) : IAsyncLifetime
{
    private JiraniApp? _app;

    public JiraniApp App => _app ?? throw new InvalidOperationException("The app has not started.");

    protected PostgresFixture Postgres => postgres;

    /// <summary>No token: replies stay queued, and nothing but the tests posts to the webhook.</summary>
    protected virtual JiraniAppSetup Setup => new() { Settings = new Dictionary<string, string> { ["WhatsApp__AccessToken"] = "" } };

    public async ValueTask InitializeAsync() => _app = await JiraniApp.StartAsync(postgres, CancellationToken.None, Setup);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.DisposeAsync();
    }
}
