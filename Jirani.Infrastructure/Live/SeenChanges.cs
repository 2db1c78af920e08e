namespace Jirani.Infrastructure.Live;

/// <summary>How far the resync has read, and what it told already of the stretch it reads twice.</summary>
internal sealed class SeenChanges
{
    /// <summary>A transaction may commit so long after the time it stamps on its rows.</summary>
    private static readonly TimeSpan _overlap = TimeSpan.FromSeconds(6);

    private readonly Dictionary<StoreChange, DateTimeOffset> _told = [];
    private readonly Queue<(DateTimeOffset At, long LogId, long EventId)> _reads = [];

    /// <summary>Null until the first read, which looks back by the overlap.</summary>
    public DateTimeOffset? Since { get; private set; }

    public long LogId { get; private set; }

    public long EventId { get; private set; }

    /// <param name="now">The database's time of this read.</param>
    /// <param name="logId">The highest id of the log then.</param>
    /// <param name="eventId">The highest id of the status events then.</param>
    public void Advance(DateTimeOffset now, long logId, long eventId)
    {
        _reads.Enqueue((now, logId, eventId));
        while (_reads.Count > 1 && _reads.Peek().At < now - _overlap)
        {
            (_, LogId, EventId) = _reads.Dequeue();
        }

        if (LogId == 0)
        {
            (LogId, EventId) = (logId, eventId);
        }

        Since = now - _overlap;
        foreach (var old in _told.Where(told => told.Value < Since - _overlap).Select(told => told.Key).ToList())
        {
            _told.Remove(old);
        }
    }

    public bool IsNews(StoreChange change, DateTimeOffset changedAt)
    {
        if (_told.TryGetValue(change, out var told) && told >= changedAt)
        {
            return false;
        }

        _told[change] = changedAt;
        return true;
    }

    /// <summary>Nobody watches: whoever comes reads for themselves first.</summary>
    public void Forget()
    {
        _told.Clear();
        _reads.Clear();
        (Since, LogId, EventId) = (null, 0, 0);
    }
}
