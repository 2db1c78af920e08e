namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// The conversations that wait for the worker, each once. Stores take turns, so that one store's backlog does not hold up the others.
/// </summary>
public sealed class AnsweringTurns(TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _filled = new(0, 1);
    private readonly HashSet<ConversationKey> _waiting = [];
    private readonly Dictionary<Guid, Queue<ConversationKey>> _byStore = [];
    private readonly Queue<Guid> _turns = [];

    internal void Wake(IEnumerable<ConversationKey> keys)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                Add(key);
            }

            if (_waiting.Count > 0 && _filled.CurrentCount == 0)
            {
                _filled.Release();
            }
        }
    }

    /// <summary>For what another instance holds, or a database that is away: nothing is gained by coming back at once.</summary>
    internal void WakeLater(IEnumerable<ConversationKey> keys, TimeSpan delay)
    {
        var later = keys.ToArray();
        _ = Task.Delay(delay, clock).ContinueWith(_ => Wake(later), TaskScheduler.Default);
    }

    internal Task WaitAsync(CancellationToken cancellationToken) => _filled.WaitAsync(cancellationToken);

    /// <summary>True while the conversation waits here: it needs no one else's attention.</summary>
    internal bool Holds(ConversationKey key)
    {
        lock (_lock)
        {
            return _waiting.Contains(key);
        }
    }

    /// <summary>A key leaves the queue before it is loaded, so that a message that comes meanwhile wakes it again.</summary>
    internal IReadOnlyList<ConversationKey> TakeUpTo(int most)
    {
        lock (_lock)
        {
            var taken = new List<ConversationKey>();
            while (taken.Count < most && _turns.TryDequeue(out var storeId))
            {
                taken.Add(TakeFrom(storeId));
            }

            if (_turns.Count > 0 && _filled.CurrentCount == 0)
            {
                _filled.Release();
            }

            return taken;
        }
    }

    public void Dispose() => _filled.Dispose();

    private void Add(ConversationKey key)
    {
        if (!_waiting.Add(key))
        {
            return;
        }

        if (!_byStore.TryGetValue(key.StoreId, out var queue))
        {
            _byStore.Add(key.StoreId, queue = []);
        }

        if (queue.Count == 0)
        {
            _turns.Enqueue(key.StoreId);
        }

        queue.Enqueue(key);
    }

    private ConversationKey TakeFrom(Guid storeId)
    {
        var queue = _byStore[storeId];
        var key = queue.Dequeue();
        _waiting.Remove(key);
        if (queue.Count > 0)
        {
            _turns.Enqueue(storeId);
        }

        return key;
    }
}
