namespace Jirani.Domain.Payments;

/// <summary>How far the paying of an order is, for whoever holds its link.</summary>
public enum PayStep
{
    /// <summary>Nothing was begun.</summary>
    Before,

    /// <summary>Begun a moment ago; the provider has not answered.</summary>
    Starting,

    /// <summary>A prompt is on the phone.</summary>
    Waiting,

    /// <summary>The payer goes on at the provider's own page.</summary>
    Redirect,

    /// <summary>Money may have moved or not: the provider has not said, or is silent for too long.</summary>
    NotKnown,
    Failed,

    /// <summary>Nobody answered the prompt. Unlike a failure it is nobody's fault.</summary>
    NoAnswer,

    /// <summary>Money came that does not fit; a person decides.</summary>
    Review,
    Paid,
    PaidInCash,
    NothingToPay,
    Cancelled,
    Expired,
    Refunded,
}
