using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Jirani.Bench.Rig;
using Jirani.Bench.Webhook;

namespace Jirani.Bench.Chaos;

/// <summary>Sends as Meta does: what was not acknowledged comes again, for as long as it takes.</summary>
internal sealed class Driver : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _stopping = new();
    private readonly App _app;
    private readonly Crowd _crowd;
    private readonly int[] _acknowledged;
    private Task _running = Task.CompletedTask;
    private int _tries;

    private Driver(App app, Crowd crowd, int connections) => (_app, _crowd, _acknowledged) = (app, crowd, new int[connections]);

    public DriverLedger Ledger { get; } = new();

    /// <summary>Every try since it was cleared last.</summary>
    public ConcurrentQueue<TimedAnswer> Answers { get; } = [];

    public int Tries => Volatile.Read(ref _tries);

    public static Driver Start(App app, Crowd crowd, int connections, CancellationToken cancellationToken)
    {
        var driver = new Driver(app, crowd, connections);
        driver._running = Task.WhenAll(Enumerable.Range(0, connections).Select(connection => driver.RunAsync(connection, cancellationToken)));
        return driver;
    }

    /// <summary>Ends when so many more are acknowledged.</summary>
    public Task MoreAsync(int count, CancellationToken cancellationToken) => UntilAsync(() => _acknowledged.Sum(), count, cancellationToken);

    /// <summary>Ends when so many more were tried, whatever the answer.</summary>
    public Task MoreTriesAsync(int count, CancellationToken cancellationToken) => UntilAsync(() => Tries, count, cancellationToken);

    /// <summary>What was begun is sent until it is acknowledged.</summary>
    /// <returns>How many of each connection were acknowledged.</returns>
    public async Task<int[]> FinishAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        return _acknowledged;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _stopping.Dispose();
        Ledger.Dispose();
    }

    private static async Task UntilAsync(Func<int> counted, int count, CancellationToken cancellationToken)
    {
        var goal = counted() + count;
        while (counted() < goal)
        {
            await Task.Delay(_pause, cancellationToken);
        }
    }

    private async Task RunAsync(int connection, CancellationToken cancellationToken)
    {
        using var line = new WebhookConnection(_app.Port);
        for (var turn = 0; !_stopping.IsCancellationRequested; turn++)
        {
            var request = _crowd.Request(connection, turn);
            while (!await TryAsync(line, request, cancellationToken))
            {
                await Task.Delay(_pause, cancellationToken);
            }

            Ledger.Acknowledged(_crowd.Id(connection, turn));
            _acknowledged[connection]++;
        }
    }

    private async Task<bool> TryAsync(WebhookConnection line, byte[] request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _tries);
        var since = Stopwatch.GetTimestamp();
        var status = await PostAsync(line, request, cancellationToken);
        Answers.Enqueue(new TimedAnswer(status, Stopwatch.GetElapsedTime(since).TotalMilliseconds));
        return status == 200;
    }

    private static async Task<int> PostAsync(WebhookConnection line, byte[] request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            return await line.PostAsync(request, patience.Token);
        }
        catch (SocketException)
        {
            return 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }
}
