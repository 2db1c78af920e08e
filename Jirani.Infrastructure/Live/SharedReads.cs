namespace Jirani.Infrastructure.Live;

/// <summary>
/// Screens that ask the same at the same time share one read: a change that wakes twenty tabs of a shop costs one read, not twenty.
/// A read is shared while it runs and until the next change of its store is heard, so that what is read is never older than that.
/// Nothing is kept: whoever was shut out a moment ago reads nothing now.
/// </summary>
public sealed class SharedReads(LiveFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid StoreId, long Changes, object Key), Task> _running = [];

    /// <param name="storeId">Whose changes end the sharing.</param>
    /// <param name="key">Who asks what: equal keys share, so the person belongs into it.</param>
    /// <param name="read">Runs for all who share it, so nobody's leaving stops it; what it returns is theirs together and must not be changed.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public Task<T> ReadAsync<T>(Guid storeId, object key, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        var asked = (storeId, feed.ChangesOf(storeId), key);
        lock (_gate)
        {
            if (!_running.TryGetValue(asked, out var known))
            {
                _running[asked] = known = RunAsync(asked, read);
            }

            return ((Task<T>)known).WaitAsync(cancellationToken);
        }
    }

    private async Task<T> RunAsync<T>((Guid StoreId, long Changes, object Key) asked, Func<Task<T>> read)
    {
        await Task.Yield();   // not under the lock
        try
        {
            return await read();
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(asked);
            }
        }
    }
}
