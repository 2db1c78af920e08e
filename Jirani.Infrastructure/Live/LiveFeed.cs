using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Jirani.Infrastructure.Live;

/// <summary>Carries changes to whoever watches a store in this process. Delivery never waits: a listener only takes note.</summary>
public sealed class LiveFeed
{
    private readonly ConcurrentDictionary<Guid, ImmutableArray<Action<StoreChange>>> _listeners = new();
    private readonly ConcurrentDictionary<Guid, long> _changes = new();

    internal Guid[] WatchedStores => [.. _listeners.Where(store => !store.Value.IsEmpty).Select(store => store.Key)];

    /// <summary>Subscribe before the first read. The listener must return at once and must not throw.</summary>
    public IDisposable Subscribe(Guid storeId, Action<StoreChange> listener)
    {
        _listeners.AddOrUpdate(storeId, [listener], (_, others) => others.Add(listener));
        return new Subscription(this, storeId, listener);
    }

    /// <summary>How many changes of a store were heard since the process began.</summary>
    internal long ChangesOf(Guid storeId) => _changes.GetValueOrDefault(storeId);

    internal void Deliver(StoreChange change)
    {
        _changes.AddOrUpdate(change.StoreId, 1, static (_, heard) => heard + 1);   // before anybody wakes and reads
        if (!_listeners.TryGetValue(change.StoreId, out var listeners))
        {
            return;
        }

        foreach (var listener in listeners)
        {
            listener(change);
        }
    }

    private void Remove(Guid storeId, Action<StoreChange> listener) =>
        _listeners.AddOrUpdate(storeId, [], (_, others) => others.Remove(listener));

    private sealed class Subscription(LiveFeed feed, Guid storeId, Action<StoreChange> listener) : IDisposable
    {
        public void Dispose() => feed.Remove(storeId, listener);
    }
}
