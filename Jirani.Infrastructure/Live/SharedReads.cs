namespace Jirani.Infrastructure.Live;

/// <summary>
/// Screens that ask the same at the same time share one read: a change that wakes twenty tabs of a shop costs one read, not twenty.
/// A read is shared until the next change of its store is heard, so that what is read is never older than that; and only for
/// a blink, because a change that nobody told is heard of only with the next resync.
/// </summary>
public sealed class SharedReads(LiveFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan _kept = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid StoreId, long Changes, object Key), Task> _reads = [];

    /// <param name="storeId">Whose changes end the sharing.</param>
    /// <param name="key">Who asks what: equal keys share, so the person belongs into it.</param>
    /// <param name="read">Runs for all who share it, so nobody's leaving stops it; what it returns is theirs together and must not be changed.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public Task<T> ReadAsync<T>(Guid storeId, object key, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        var asked = (storeId, feed.ChangesOf(storeId), key);
        lock (_gate)
        {
            if (!_reads.TryGetValue(asked, out var known))
            {
                _reads[asked] = known = RunAsync(asked, read);
            }

            return ((Task<T>)known).WaitAsync(cancellationToken);
        }
    }

    private async Task<T> RunAsync<T>((Guid StoreId, long Changes, object Key) asked, Func<Task<T>> read)
    {
        await Task.Yield();   // not under the lock
        try
        {
            var result = await read();
            _ = ForgetAsync(asked, _kept);
            return result;
        }
        catch
        {
            await ForgetAsync(asked, TimeSpan.Zero);
            throw;
        }
    }

    private async Task ForgetAsync((Guid StoreId, long Changes, object Key) asked, TimeSpan after)
    {
        await Task.Delay(after, clock);
        lock (_gate)
        {
            _reads.Remove(asked);
        }
    }
}
