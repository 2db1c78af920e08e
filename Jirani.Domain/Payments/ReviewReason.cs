namespace Jirani.Domain.Payments;

/// <summary>Why a person has to decide about money that came.</summary>
public enum ReviewReason
{
    WrongAmount,
    WrongCurrency,

    /// <summary>The charge carries the reference of something else.</summary>
    WrongReference,

    /// <summary>It came after the order had expired or was cancelled.</summary>
    OrderClosed,

    /// <summary>The order was paid by another payment already: a refund is due.</summary>
    PaidTwice,
}
