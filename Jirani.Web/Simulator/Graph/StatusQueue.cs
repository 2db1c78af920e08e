using System.Threading.Channels;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Statuses in the order they fall due. Bounded: what no longer fits is dropped, as a lost webhook would be.</summary>
internal sealed class StatusQueue(TimeProvider time)
{
    private const int MostWaiting = 100_000;

    // How late a status may be noticed that falls due before the one being waited for.
    private static readonly TimeSpan _grain = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<StatusNotice, (DateTimeOffset Due, long Turn)> _waiting = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long _turn;

    public void Add(IEnumerable<StatusNotice> notices)
    {
        lock (_lock)
        {
            foreach (var notice in notices)
            {
                if (_waiting.Count < MostWaiting)
                {
                    _waiting.Enqueue(notice, (notice.Due, _turn++));
                }
            }
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Ends when a status may be due; it may end early.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (UntilNext() is not { } wait)
        {
            await _wake.Reader.ReadAsync(cancellationToken);
        }
        else if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < _grain ? wait : _grain, time, cancellationToken);
        }
    }

    public IReadOnlyList<StatusNotice> TakeDue(int most)
    {
        var now = time.GetUtcNow();
        var due = new List<StatusNotice>();
        lock (_lock)
        {
            while (due.Count < most && _waiting.TryPeek(out var notice, out _) && notice.Due <= now)
            {
                due.Add(_waiting.Dequeue());
            }
        }

        return due;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }

    private TimeSpan? UntilNext()
    {
        lock (_lock)
        {
            return _waiting.TryPeek(out var notice, out _) ? notice.Due - time.GetUtcNow() : null;
        }
    }
}
