namespace Jirani.Domain.Messaging;

/// <summary>Meta's limit for one number writing to one customer: a message each 6 seconds, up to 45 ahead of that.</summary>
public static class PairAllowance
{
    public const int Burst = 45;

    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(6);

    /// <summary>How far back earlier sends matter: whoever kept the full pace for an hour is trusted again.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromHours(1);

    /// <param name="earlierStarts">When sends to this customer began, within <see cref="Memory"/>, in any order.</param>
    /// <returns>The earliest time, not before <paramref name="now"/>, at which the next send may begin.</returns>
    public static DateTimeOffset NextStart(IReadOnlyCollection<DateTimeOffset> earlierStarts, DateTimeOffset now)
    {
        // How far the sends so far are paid for at the steady pace.
        var paidUntil = DateTimeOffset.MinValue;
        foreach (var start in earlierStarts.Order())
        {
            paidUntil = (start > paidUntil ? start : paidUntil) + _pace;
        }

        var next = paidUntil == DateTimeOffset.MinValue ? now : paidUntil - ((Burst - 1) * _pace);
        return next > now ? next : now;
    }
}
