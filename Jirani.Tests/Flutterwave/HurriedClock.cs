using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Flutterwave;

/// <summary>Time stands still until it is moved, but for pauses between tries: those are noted, and over at once.</summary>
internal sealed class HurriedClock() : FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1795460000))
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<TimeSpan> _pauses = [];

    public IReadOnlyList<TimeSpan> Pauses => [.. _pauses];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= _patience)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _pauses.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
