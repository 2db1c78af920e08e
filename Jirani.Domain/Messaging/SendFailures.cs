namespace Jirani.Domain.Messaging;

/// <summary>Sorts Meta's refusals by what follows from them (error codes of the Cloud API, state of May 2026).</summary>
public static class SendFailures
{
    /// <summary>The customer told WhatsApp to stop messages from this store.</summary>
    public const int CustomerStopped = 131050;

    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    /// <param name="attempt">How many attempts were made, this one included.</param>
    public static SendFailure Classify(Refusal refusal, int attempt) => refusal.Code switch
    {
        131047 => new SendFailure.WindowClosed("Not sent. More than 24 hours since the customer wrote; they have to write first (131047)."),
        CustomerStopped => new SendFailure.OptOut("Not sent. The customer told WhatsApp to stop messages from you (131050)."),
        { } code when ChannelTrouble.Of(code) is { } trouble => new SendFailure.ChannelNeedsAttention($"Not sent. {trouble} ({code})."),
        null when refusal.HttpStatus is 401 or 403 => new SendFailure.ChannelNeedsAttention($"Not sent. {ChannelTrouble.Token} ({refusal.HttpStatus})."),
        _ when attempt < MostAttempts(refusal.Code) && IsPassing(refusal) => Again(refusal, attempt),
        _ when IsPassing(refusal) => new SendFailure.Permanent($"Not sent. WhatsApp did not take it in {attempt} attempts. Send it again later{Code(refusal)}."),
        _ => new SendFailure.Permanent($"Not sent. {PermanentReason.Of(refusal.Code)}{Code(refusal)}."),
    };

    private static SendFailure Again(Refusal refusal, int attempt) => refusal.Code switch
    {
        131056 => new SendFailure.PairLimited(
            Delay(refusal, RetrySchedule.PairDelay(attempt)), "Waiting. Too many messages to this customer at once (131056)."),
        130429 => new SendFailure.NumberLimited(
            Delay(refusal, RetrySchedule.Delay(attempt)), "Waiting. Too many messages from this number at once (130429)."),
        4 or 80007 => new SendFailure.NumberLimited(
            Delay(refusal, RetrySchedule.LongDelay(attempt)), $"Waiting. The limit of this account is used up for now{Code(refusal)}."),
        _ => new SendFailure.RetryLater(
            Delay(refusal, RetrySchedule.Delay(attempt)), $"Waiting. WhatsApp has trouble; it is tried again{Code(refusal)}."),
    };

    // 135000 is called generic and mostly means a message that will never pass.
    private static int MostAttempts(int? code) => code == 135000 ? 2 : RetrySchedule.MostAttempts;

    private static bool IsPassing(Refusal refusal) => refusal.Code switch
    {
        1 or 2 or 4 or 80007 or 130429 or 131000 or 131016 or 131056 or 131057 or 133004 or 135000 => true,
        _ => refusal.IsTransient || refusal.HttpStatus is 408 or 429 or >= 500,
    };

    private static TimeSpan Delay(Refusal refusal, TimeSpan planned)
    {
        var asked = refusal.RetryAfter ?? TimeSpan.Zero;
        var longer = asked > planned ? asked : planned;
        return longer < _longestWait ? longer : _longestWait;
    }

    private static string Code(Refusal refusal) => (refusal.Code ?? refusal.HttpStatus) is { } code ? $" ({code})" : "";
}
