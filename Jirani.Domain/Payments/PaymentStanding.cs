namespace Jirani.Domain.Payments;

/// <summary>Where a payment stands, as somebody asks who wants to know whether the money is there.</summary>
public enum PaymentStanding
{
    /// <summary>The prompt is on the payer's phone.</summary>
    Waiting,

    /// <summary>Nobody said yet how it ended; the provider is being asked.</summary>
    Unknown,
    Paid,
    Failed,

    /// <summary>The prompt ran out: nobody's fault.</summary>
    NoAnswer,

    /// <summary>Somebody has to decide.</summary>
    InReview,

    /// <summary>Money is on its way back.</summary>
    Returning,
    PartlyRefunded,
    Refunded,
}
