namespace Jirani.Infrastructure.Live;

/// <summary>
/// Screens that ask the same at the same time share one read: a change that wakes twenty tabs of a shop costs one or two reads, not
/// twenty. Whoever asks while a read runs gets the next one, so that what is read is never older than the question.
/// </summary>
public sealed class SharedReads
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Line> _lines = [];

    /// <param name="key">Who asks what: equal keys share, so the person belongs into it.</param>
    /// <param name="read">Runs for all who share it, so nobody's leaving stops it; what it returns is theirs together and must not be changed.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public Task<T> ReadAsync<T>(object key, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_lines.TryGetValue(key, out var line))
            {
                line.Next ??= AfterAsync(line.Running, key, line, read);
                return ((Task<T>)line.Next).WaitAsync(cancellationToken);
            }

            _lines[key] = line = new Line();
            var running = RunAsync(key, line, read);
            line.Running = running;
            return running.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> AfterAsync<T>(Task before, object key, Line line, Func<Task<T>> read)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await RunAsync(key, line, read);
    }

    private async Task<T> RunAsync<T>(object key, Line line, Func<Task<T>> read)
    {
        await Task.Yield();   // not under the lock
        try
        {
            return await read();
        }
        finally
        {
            Finish(key, line);
        }
    }

    private void Finish(object key, Line line)
    {
        lock (_gate)
        {
            if (line.Next is { } next)
            {
                (line.Running, line.Next) = (next, null);
            }
            else
            {
                _lines.Remove(key);
            }
        }
    }

    private sealed class Line
    {
        public Task Running { get; set; } = Task.CompletedTask;

        /// <summary>Begins once the running one is over; null while nobody asked since that began.</summary>
        public Task? Next { get; set; }
    }
}
