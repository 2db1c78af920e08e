using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What is to be done, in the order it falls due. Bounded: what no longer fits is dropped, as a lost webhook would be.</summary>
internal sealed class MoneyQueue(TimeProvider time)
{
    private const int MostWaiting = 100_000;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<MoneyTask, (DateTimeOffset Due, long Turn)> _waiting = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long _turn;

    public void Add(MoneyTask task, DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_waiting.Count < MostWaiting)
            {
                _waiting.Enqueue(task, (due, _turn++));
            }
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Each task when it falls due, until cancelled. For one reader.</summary>
    public async IAsyncEnumerable<MoneyTask> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(out var wait) is { } task)
            {
                yield return task;
            }
            else
            {
                await SleepAsync(wait, cancellationToken);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }

    /// <param name="wait">How long until there is one; null when nothing waits.</param>
    private MoneyTask? TryTake(out TimeSpan? wait)
    {
        lock (_lock)
        {
            wait = _waiting.TryPeek(out _, out var next) ? next.Due - time.GetUtcNow() : null;
            return wait <= TimeSpan.Zero ? _waiting.Dequeue() : null;
        }
    }

    // A new task may be due before the one that is waited for.
    private async Task SleepAsync(TimeSpan? wait, CancellationToken cancellationToken)
    {
        using var due = new CancellationTokenSource(wait ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is due.
        }
    }
}
