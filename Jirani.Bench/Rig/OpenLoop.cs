using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Jirani.Bench.Rig;

/// <summary>Sends each request at its planned time on any free connection; a late answer holds up nobody and counts from the plan.</summary>
internal sealed class OpenLoop(int port, int lines) : IDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(1);
    private readonly ConcurrentBag<WebhookConnection> _free = [.. Enumerable.Range(0, lines).Select(_ => new WebhookConnection(port))];

    public async Task<IReadOnlyList<TimedAnswer>> RunAsync(byte[][] requests, int perSecond, CancellationToken cancellationToken)
    {
        var answers = new Task<TimedAnswer>[requests.Length];
        var since = Stopwatch.GetTimestamp();
        var next = 0;
        using var timer = new PeriodicTimer(_look);
        while (next < requests.Length && await timer.WaitForNextTickAsync(cancellationToken))
        {
            while (next < requests.Length && Stopwatch.GetElapsedTime(since).TotalSeconds * perSecond >= next)
            {
                answers[next] = SendAsync(requests[next], since + (long)(next * (double)Stopwatch.Frequency / perSecond), cancellationToken);
                next++;
            }
        }

        return await Task.WhenAll(answers);
    }

    public void Dispose()
    {
        foreach (var line in _free)
        {
            line.Dispose();
        }
    }

    /// <summary>Where every connection is busy, a new one is opened, as Meta would.</summary>
    private async Task<TimedAnswer> SendAsync(byte[] request, long planned, CancellationToken cancellationToken)
    {
        var line = _free.TryTake(out var free) ? free : new WebhookConnection(port);
        try
        {
            var status = await line.PostAsync(request, cancellationToken);
            return new TimedAnswer(status, Stopwatch.GetElapsedTime(planned).TotalMilliseconds);
        }
        catch (SocketException)
        {
            return new TimedAnswer(0, Stopwatch.GetElapsedTime(planned).TotalMilliseconds);
        }
        finally
        {
            _free.Add(line);
        }
    }
}
