namespace Jirani.Infrastructure.Payments;

/// <summary>What hearing of a payment led to: the words of payment_events.outcome.</summary>
internal static class PaymentOutcome
{
    public const string Waiting = "waiting";
    public const string Captured = "captured";
    public const string Failed = "failed";
    public const string Review = "review";

    /// <summary>It was known before.</summary>
    public const string Ignored = "ignored";

    public const string Contradiction = "contradiction";

    /// <summary>No payment of ours answered to it for a day.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>The provider could not be asked, or knows no such charge.</summary>
    public const string Unknown = "unknown";

    public const string Refund = "refund";
}
