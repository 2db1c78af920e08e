namespace Jirani.Domain.Messaging;

/// <summary>One number's messages per second to everybody. Not for several threads at once.</summary>
/// <remarks>Counts real starts in the second before, so that no second ever holds more; a bucket would let twice as many pass.</remarks>
public sealed class NumberAllowance(int perSecond = NumberAllowance.UsualPerSecond)
{
    /// <summary>Meta's throughput of a number that was not upgraded.</summary>
    public const int UsualPerSecond = 80;

    private static readonly TimeSpan _span = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> _starts = new(perSecond);
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    /// <summary>Books a start now, or books nothing and says when to ask again.</summary>
    public bool TryTake(DateTimeOffset now, out DateTimeOffset askAgainAt)
    {
        askAgainAt = NextStart(now);
        if (askAgainAt > now)
        {
            return false;
        }

        if (_starts.Count == perSecond)
        {
            _starts.Dequeue();
        }

        _starts.Enqueue(now);
        return true;
    }

    /// <summary>How many may start now. They are booked when they do start, since what comes between takes its time.</summary>
    public int Room(DateTimeOffset now) => now < _heldUntil ? 0 : perSecond - _starts.Count(start => start > now - _span);

    /// <summary>Lets nothing start before that time: Meta said that this number is too fast.</summary>
    public void Hold(DateTimeOffset until) => _heldUntil = until > _heldUntil ? until : _heldUntil;

    /// <returns>The earliest time, not before <paramref name="now"/>, at which one may start.</returns>
    public DateTimeOffset NextStart(DateTimeOffset now)
    {
        var free = _starts.Count < perSecond ? now : _starts.Peek() + _span;
        var next = free > _heldUntil ? free : _heldUntil;
        return next > now ? next : now;
    }
}
