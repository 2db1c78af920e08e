using System.Diagnostics;

namespace Jirani.Domain.Payments;

/// <summary>What is known of one payment, and what follows from it.</summary>
public sealed record PaymentFacts
{
    /// <summary>So long a prompt stays on a phone at most; after that it is no longer what is waited for.</summary>
    private static readonly TimeSpan _prompt = TimeSpan.FromMinutes(3);

    public required PaymentStatus Status { get; init; }

    /// <summary>As it stands in the database; null unless it failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What a person decided about money in review; null while that is open.</summary>
    public string? Resolution { get; init; }

    /// <summary>The money that came; null while none did.</summary>
    public decimal? Captured { get; init; }

    public decimal Refunded { get; init; }

    /// <summary>On its way back, not yet there.</summary>
    public decimal Returning { get; init; }

    /// <summary>When the provider took the charge on; null while it did not.</summary>
    public DateTimeOffset? PromptedAt { get; init; }

    public bool AwaitsDecision => Status is PaymentStatus.Review && Resolution is null;

    /// <summary>How much can still be given back. Money in review only by its decision.</summary>
    public decimal Refundable =>
        Status is PaymentStatus.Succeeded or PaymentStatus.Review && !AwaitsDecision ? Math.Max(0, (Captured ?? 0) - Refunded - Returning) : 0;

    public PaymentStanding Standing(DateTimeOffset now) => this switch
    {
        { Captured: > 0 and var came } when Refunded >= came => PaymentStanding.Refunded,
        { Returning: > 0 } => PaymentStanding.Returning,
        { Refunded: > 0 } => PaymentStanding.PartlyRefunded,
        { Status: PaymentStatus.Succeeded } => PaymentStanding.Paid,
        { Status: PaymentStatus.Review } => PaymentStanding.InReview,
        { Status: PaymentStatus.Failed, FailureReason: Payments.FailureReason.NoAnswer } => PaymentStanding.NoAnswer,
        { Status: PaymentStatus.Failed } => PaymentStanding.Failed,
        { Status: PaymentStatus.Pending } => PromptedAt > now - _prompt ? PaymentStanding.Waiting : PaymentStanding.Unknown,
        _ => throw new UnreachableException(),
    };
}
