namespace Jirani.Domain.Conversations;

/// <summary>How many messages of one customer are run; the rest is kept in the log only.</summary>
internal static class MessageLimit
{
    private const int MostBefore = 30;

    private static readonly TimeSpan _span = TimeSpan.FromSeconds(60);

    /// <summary>True when more than 30 messages came in the 60 seconds before this one, run or not.</summary>
    public static bool IsReached(IEnumerable<DateTimeOffset> earlier, DateTimeOffset receivedAt) =>
        earlier.Count(at => at <= receivedAt && receivedAt - at < _span) > MostBefore;

    /// <summary>Says so once a minute, to whom anything may be said.</summary>
    public static Decision Tell(Moment moment)
    {
        var shopper = moment.Shopper;
        if (!shopper.IsOptedIn || shopper.IsPausedAt(moment.Now) || moment.Now - shopper.LimitToldAt < _span)
        {
            return Decision.Nothing;
        }

        shopper.LimitToldAt = moment.Now;
        return Decision.Say(HelpTexts.TooFast, new Effect.LimitTold(moment.Now));
    }
}
