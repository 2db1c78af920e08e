namespace Jirani.Infrastructure.Payments;

/// <summary>Which payments a list is about.</summary>
public enum PaymentScope
{
    Any,
    Paid,

    /// <summary>Not ended yet.</summary>
    Waiting,

    /// <summary>Somebody has to decide.</summary>
    InReview,
    Failed,

    /// <summary>Money went back or is on its way, all or part.</summary>
    Refunded,
}
