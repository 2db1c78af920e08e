namespace Jirani.Domain.Payments;

/// <summary>How much of a payment may go back.</summary>
public static class RefundRules
{
    /// <param name="payment">Where it is.</param>
    /// <param name="captured">What came; null where nothing did.</param>
    /// <param name="returned">What went back or is on its way back.</param>
    /// <param name="amount">What shall go back now.</param>
    /// <returns>Why not; null where it may.</returns>
    public static string? Fault(PaymentStatus payment, Money? captured, decimal returned, decimal amount)
    {
        if (payment is not (PaymentStatus.Succeeded or PaymentStatus.Review) || captured is not { } money)
        {
            return "No money came with this payment, so none can go back.";
        }

        var left = new Money(money.Amount - returned, money.Currency);
        return amount switch
        {
            _ when left.Amount <= 0 => "All of it went back already.",
            <= 0 => "Write how much shall go back.",
            _ when amount > left.Amount => $"Only {left} of it is left.",
            _ when money.Currency.Round(amount) != amount => $"{money.Currency} has no such fraction.",
            _ => null,
        };
    }

    public static bool IsFull(decimal captured, decimal returned) => returned >= captured;
}
