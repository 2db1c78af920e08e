namespace Jirani.Domain.Messaging;

/// <summary>One number's messages per second to everybody.</summary>
/// <remarks>
/// A call reaches Meta at some time between its start and its end, so it counts from its start until a second after its end:
/// then no second at Meta ever holds more, however long calls take on a busy machine. A bucket would let twice as many pass.
/// </remarks>
public sealed class NumberAllowance(int perSecond = NumberAllowance.UsualPerSecond)
{
    /// <summary>Meta's throughput of a number that was not upgraded.</summary>
    public const int UsualPerSecond = 80;

    private static readonly TimeSpan _span = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _ends = new(perSecond);
    private int _underWay;

    /// <summary>How many may start now.</summary>
    public int Room(DateTimeOffset now)
    {
        lock (_lock)
        {
            return perSecond - Counted(now);
        }
    }

    /// <returns>The earliest time, not before <paramref name="now"/>, at which to ask for room again.</returns>
    public DateTimeOffset NextStart(DateTimeOffset now)
    {
        lock (_lock)
        {
            return Counted(now) < perSecond ? now : _ends.TryPeek(out var end) ? end + _span : now + _span;
        }
    }

    /// <summary>Books one for which there was room.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _underWay++;
        }
    }

    /// <summary>One that was booked has its answer, or will get none.</summary>
    public void End(DateTimeOffset now)
    {
        lock (_lock)
        {
            _underWay--;
            _ends.Enqueue(now);
        }
    }

    private int Counted(DateTimeOffset now)
    {
        while (_ends.TryPeek(out var end) && end <= now - _span)
        {
            _ends.Dequeue();
        }

        return _underWay + _ends.Count;
    }
}
