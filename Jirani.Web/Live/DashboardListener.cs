using System.Security.Claims;
using System.Threading.Channels;
using Jirani.Infrastructure.Live;

namespace Jirani.Web.Live;

/// <summary>
/// One connection to the hub: what it subscribed to, and its own loop that tells it. The feed only ever takes note here, so a slow
/// client holds up nobody; while it is being told, what changes meanwhile is gathered.
/// </summary>
/// <param name="principal">As they signed in.</param>
/// <param name="ownerId">Whose connection it is.</param>
/// <param name="client">How it is told.</param>
/// <param name="hangUp">Closes the connection.</param>
/// <param name="feed">Where changes come from.</param>
/// <param name="clock">Tells the pause between two messages.</param>
internal sealed class DashboardListener(
    ClaimsPrincipal principal, Guid ownerId, IDashboardClient client, Action hangUp, LiveFeed feed, TimeProvider clock) : IDisposable
{
    public const int MostStores = 50;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, IDisposable> _subscriptions = [];
    private readonly Dictionary<Guid, IReadOnlySet<ChangeKind>> _kinds = [];
    private readonly PendingChanges _pending = new();
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _gone = new();

    public ClaimsPrincipal Principal => principal;

    public Guid OwnerId => ownerId;

    /// <summary>When it was last sure that they may listen.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; } = clock.GetUtcNow();

    /// <returns>False when it hears as many stores as one connection may.</returns>
    public bool TryOpen(Guid storeId, IReadOnlySet<ChangeKind> kinds)
    {
        lock (_gate)
        {
            var isKnown = _kinds.ContainsKey(storeId);
            if (_gone.IsCancellationRequested || (!isKnown && _kinds.Count >= MostStores))
            {
                return false;
            }

            _kinds[storeId] = kinds;
            if (!isKnown)
            {
                _pending.Drop(storeId, isToBeTold: false);
                _subscriptions[storeId] = feed.Subscribe(storeId, Hear);
            }

            return true;
        }
    }

    /// <summary>The client wants no more of this store.</summary>
    public void Close(Guid storeId) => Close(storeId, isToBeTold: false);

    /// <summary>They may still listen, and to this: what they lost ends, and they are told so.</summary>
    /// <param name="heard">The kinds they may hear, by store.</param>
    public void Confirm(IReadOnlyDictionary<Guid, HashSet<ChangeKind>> heard)
    {
        lock (_gate)
        {
            ConfirmedAt = clock.GetUtcNow();
            foreach (var storeId in _kinds.Keys.ToList())
            {
                if (heard.TryGetValue(storeId, out var kinds))
                {
                    _kinds[storeId] = kinds;
                }
                else
                {
                    Close(storeId, isToBeTold: true);
                }
            }
        }
    }

    public void HangUp()
    {
        Dispose();
        hangUp();
    }

    /// <summary>Tells the client what it is to hear until the connection is gone.</summary>
    public async Task TellAsync()
    {
        try
        {
            var gone = _gone.Token;
            await foreach (var _ in _wakes.Reader.ReadAllAsync(gone))
            {
                await TellAsync(_pending.Take());
                await Task.Delay(_pause, clock, gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is gone.
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _gone.Cancel();
            foreach (var storeId in _kinds.Keys.ToList())
            {
                Close(storeId, isToBeTold: false);
            }
        }
    }

    private void Close(Guid storeId, bool isToBeTold)
    {
        lock (_gate)
        {
            if (!_kinds.Remove(storeId) || !_subscriptions.Remove(storeId, out var subscription))
            {
                return;
            }

            subscription.Dispose();
            _pending.Drop(storeId, isToBeTold);
        }

        _wakes.Writer.TryWrite(true);
    }

    private void Hear(StoreChange change)
    {
        lock (_gate)
        {
            if (!_kinds.TryGetValue(change.StoreId, out var kinds) || !kinds.Contains(change.Kind))
            {
                return;
            }

            _pending.Add(change);
        }

        _wakes.Writer.TryWrite(true);
    }

    private async Task TellAsync(PendingNews news)
    {
        foreach (var storeId in news.Ended)
        {
            await client.SubscriptionEnded(storeId);
        }

        if (news.Changes.Count > 0)
        {
            await client.Changed(news.Changes);
        }
    }
}
