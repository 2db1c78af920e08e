using Jirani.Infrastructure.Live;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Live;

/// <summary>An app whose owner Njeri is signed in.</summary>
public abstract class HubTest(PostgresFixture postgres) : IAsyncLifetime
{
    private JiraniApp? _app;
    private OwnerClient? _owner;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected JiraniApp App => _app!;

    protected OwnerClient Owner => _owner!;

    /// <summary>Null = the system's clock.</summary>
    protected virtual TimeProvider? Clock => null;

    public async ValueTask InitializeAsync()
    {
        _app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Clock = Clock });
        _owner = new OwnerClient(_app);
        (await _owner.SignInAsync(Cancel)).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _owner?.Dispose();
        await App.DisposeAsync();
    }

    protected Task<Guid> StoreIdAsync(StoreCast store) =>
        App.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = $1", Cancel, store.Slug);

    protected Task<Guid> OwnerIdAsync(StoreCast store) =>
        App.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, store.Slug);

    /// <returns>The id of what changed.</returns>
    protected Guid Publish(Guid storeId, ChangeKind kind)
    {
        var id = Guid.NewGuid();
        App.Services.GetRequiredService<LiveUpdates>().Publish([new StoreChange(storeId, kind, id)]);
        return id;
    }

    private protected Task<HubClient> ConnectAsync() => HubClient.ConnectAsync(App, Owner, Cancel);
}
