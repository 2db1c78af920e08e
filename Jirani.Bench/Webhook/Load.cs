using System.Diagnostics;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>Connections that send one message after the other: each next one after the 200, or after the answer.</summary>
internal sealed class Load(Cluster cluster, App app, Crowd crowd, int connections)
{
    private const int MostPerSecond = 6000;
    private readonly int[] _sent = new int[connections];

    /// <summary>Closed on the 200.</summary>
    public async Task<LoadResult> AcceptAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var requests = Sign(time);
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(requests.Select((own, connection) => RunAsync(own, connection, since, time, static _ => Task.CompletedTask, cancellationToken)));
        return new LoadResult(_sent, _sent.Sum(), Stopwatch.GetElapsedTime(since));
    }

    /// <summary>Closed on the reply's commit.</summary>
    public async Task<LoadResult> AnswerAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var requests = Sign(time);
        await using var watcher = await ReplyWatcher.StartAsync(cluster, crowd, connections, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        var running = Task.WhenAll(requests.Select((own, connection) => RunAsync(own, connection, since, time, watcher.AnsweredAsync, cancellationToken)));
        await Task.Delay(time, cancellationToken);
        var (answered, elapsed) = (watcher.Answered, Stopwatch.GetElapsedTime(since));
        await running;
        return new LoadResult(_sent, answered, elapsed);
    }

    /// <summary>As fast as the connections can, until every reply is committed.</summary>
    public async Task<LoadResult> BurstAsync(int messages, CancellationToken cancellationToken)
    {
        var requests = Share(messages);
        await using var watcher = await ReplyWatcher.StartAsync(cluster, crowd, connections, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        await SendAllAsync(requests, since, cancellationToken);
        await watcher.ReachAsync(messages, cancellationToken);
        return new LoadResult(_sent, messages, Stopwatch.GetElapsedTime(since));
    }

    /// <summary>Each once, until it is acknowledged.</summary>
    public Task SendAsync(int messages, CancellationToken cancellationToken) =>
        SendAllAsync(Share(messages), Stopwatch.GetTimestamp(), cancellationToken);

    private byte[][][] Share(int messages) => [.. Enumerable.Range(0, connections).Select(connection =>
        Sign(connection, (messages / connections) + (connection < messages % connections ? 1 : 0)))];

    private Task SendAllAsync(byte[][][] requests, long since, CancellationToken cancellationToken) =>
        Task.WhenAll(requests.Select((own, connection) =>
            RunAsync(own, connection, since, TimeSpan.MaxValue, static _ => Task.CompletedTask, cancellationToken)));

    private byte[][][] Sign(TimeSpan time)
    {
        var most = (int)(MostPerSecond * time.TotalSeconds / connections) + 1;
        return [.. Enumerable.Range(0, connections).Select(connection => Sign(connection, most))];
    }

    private byte[][] Sign(int connection, int most) =>
        [.. Enumerable.Range(0, most).Select(turn => crowd.Request(connection, turn))];

    private async Task RunAsync(
        byte[][] requests, int connection, long since, TimeSpan time, Func<int, Task> untilNext, CancellationToken cancellationToken)
    {
        using var line = new WebhookConnection(app.Port);
        foreach (var request in requests)
        {
            if (Stopwatch.GetElapsedTime(since) >= time)
            {
                return;
            }

            while (await line.PostAsync(request, cancellationToken) != 200)
            {
                await Task.Delay(20, cancellationToken);
            }

            _sent[connection]++;
            await untilNext(connection);
        }
    }
}
