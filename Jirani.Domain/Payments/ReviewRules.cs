namespace Jirani.Domain.Payments;

/// <summary>What a person may decide about money in review.</summary>
public static class ReviewRules
{
    private const string Decided = "This was decided already.";

    /// <summary>Only money that is exactly the order's may still pay it.</summary>
    /// <param name="payment">Where it is.</param>
    /// <param name="reason">Why it is in review; null where it is not.</param>
    /// <param name="captured">What came.</param>
    /// <param name="isResolved">Somebody has decided.</param>
    /// <param name="returned">What went back or is on its way back.</param>
    /// <returns>Why not; null where it may.</returns>
    public static string? ReopenFault(OpenPayment payment, ReviewReason? reason, Money? captured, bool isResolved, decimal returned) => reason switch
    {
        _ when !payment.Status.NeedsPerson() || isResolved => Decided,
        { } late when late.MayReopen() && captured == payment.Amount && returned == 0 && !payment.IsPaidOtherwise
            && Orders.OrderTransitions.Allows(payment.OrderStatus, Orders.OrderStatus.Processing) => null,
        _ => "This money is not what the order costs, or the order is paid. It can only go back.",
    };

    public static string? GiveBackFault(PaymentStatus status, bool isResolved) => status.NeedsPerson() && !isResolved ? null : Decided;
}
