using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Stores;
using Microsoft.AspNetCore.SignalR;

namespace Jirani.Web.Live;

/// <summary>
/// The live feed for clients outside the dashboard, described in docs/hub.md. What somebody hears is derived here from their
/// membership, whatever they ask for.
/// </summary>
internal sealed class DashboardHub(
    StoreQueries stores, AudienceQueries audience, DashboardListeners listeners,
    IHubContext<DashboardHub, IDashboardClient> hub, LiveFeed feed, TimeProvider clock) : Hub<IDashboardClient>
{
    private static readonly string _tooManyConnections =
        $"You have {DashboardListeners.MostOfAnOwner} connections open, which is as many as one person may: close one first.";

    private static readonly string _tooManyStores =
        $"One connection hears at most {DashboardListener.MostStores} stores: unsubscribe from one first, or open another connection.";

    private Guid OwnerId => Guid.TryParse(Context.UserIdentifier, out var id) ? id : throw new HubException("Sign in first.");

    /// <exception cref="HubException">The caller has too many connections; this one is closed.</exception>
    public override Task OnConnectedAsync()
    {
        var listener = new DashboardListener(Context.User!, OwnerId, hub.Clients.Client(Context.ConnectionId), Context.Abort, feed, clock);
        if (!listeners.TryAdd(Context.ConnectionId, listener))
        {
            throw new HubException(_tooManyConnections);
        }

        _ = listener.TellAsync();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>The caller's own stores, by name.</summary>
    [HubMethodName("Stores")]
    public async Task<List<HeardStore>> StoresAsync() =>
        [.. (await stores.MineAsync(OwnerId, Context.ConnectionAborted)).Select(store => new HeardStore(store.Id, store.Slug, store.Name))];

    /// <summary>From now on the caller hears of changes in this store. Read after it, not before: then nothing is missed. Twice is once.</summary>
    /// <exception cref="HubException">The store is another's or is not there, in the same words; or the connection has too many.</exception>
    [HubMethodName("Subscribe")]
    public async Task SubscribeAsync(Guid storeId)
    {
        var heard = await audience.HeardByAsync(OwnerId, Context.ConnectionAborted);
        if (!heard.TryGetValue(storeId, out var kinds))
        {
            throw new HubException("There is no such store among yours.");
        }

        if (listeners.Find(Context.ConnectionId)?.TryOpen(storeId, kinds) is not true)
        {
            throw new HubException(_tooManyStores);
        }
    }

    /// <summary>The caller hears no more of this store. Does nothing where they did not.</summary>
    public void Unsubscribe(Guid storeId) => listeners.Find(Context.ConnectionId)?.Close(storeId);
}
