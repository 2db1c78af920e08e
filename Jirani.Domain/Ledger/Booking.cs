namespace Jirani.Domain.Ledger;

/// <summary>One fact of a provider, in entries that sum to zero. The same fact is booked once, however often it is told.</summary>
public sealed record Booking
{
    private Booking(string provider, string kind, string providerId, params IEnumerable<LedgerLine> lines) =>
        (Provider, Kind, ProviderId, Lines) = (provider, kind, providerId, [.. lines.Where(line => line.Amount.Amount != 0)]);

    public string Provider { get; }

    public string Kind { get; }

    public string ProviderId { get; }

    /// <summary>Empty where nothing moved.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>A customer's money came through the provider.</summary>
    /// <param name="chargeId">The provider's.</param>
    /// <param name="gross">What the customer paid.</param>
    /// <param name="fee">What the provider keeps of it.</param>
    /// <param name="isForReview">It pays no order until a person has decided.</param>
    public static Booking Charge(string chargeId, Money gross, decimal fee, bool isForReview) => new(
        "flutterwave", "charge", chargeId,
        new(LedgerAccounts.Unsettled, gross with { Amount = gross.Amount - fee }),
        new(LedgerAccounts.Fees, gross with { Amount = fee }),
        new(Owed(isForReview), gross with { Amount = -gross.Amount }));

    /// <summary>The provider paid out what it held of one charge.</summary>
    /// <param name="chargeId">The provider's.</param>
    /// <param name="held">What stands unsettled of this charge; below zero where more went back than it held.</param>
    /// <param name="moreFee">By how much the fee is higher than was booked with the charge.</param>
    public static Booking Settlement(string chargeId, Money held, decimal moreFee) => new(
        "flutterwave", "settlement", chargeId,
        new(LedgerAccounts.Available, held with { Amount = held.Amount - moreFee }),
        new(LedgerAccounts.Fees, held with { Amount = moreFee }),
        new(LedgerAccounts.Unsettled, held with { Amount = -held.Amount }));

    /// <summary>The provider gave money back to a customer.</summary>
    public static Booking Refund(string refundId, Money amount, bool isSettled, bool isForReview) => new(
        "flutterwave", "refund", refundId,
        new(Owed(isForReview), amount),
        new(isSettled ? LedgerAccounts.Available : LedgerAccounts.Unsettled, amount with { Amount = -amount.Amount }));

    /// <summary>A person decided that money in review pays its order.</summary>
    public static Booking Release(Guid paymentId, Money gross) => new(
        "jirani", "release", paymentId.ToString("D"),
        new(LedgerAccounts.Suspense, gross),
        new(LedgerAccounts.Sales, gross with { Amount = -gross.Amount }));

    /// <summary>The shop took cash for an order.</summary>
    public static Booking CashPayment(Guid paymentId, Money amount) => new(
        "cash", "payment", paymentId.ToString("D"),
        new(LedgerAccounts.Cash, amount),
        new(LedgerAccounts.Sales, amount with { Amount = -amount.Amount }));

    /// <summary>The shop gave cash back.</summary>
    public static Booking CashRefund(Guid refundId, Money amount) => new(
        "cash", "refund", refundId.ToString("D"),
        new(LedgerAccounts.Sales, amount),
        new(LedgerAccounts.Cash, amount with { Amount = -amount.Amount }));

    private static string Owed(bool isForReview) => isForReview ? LedgerAccounts.Suspense : LedgerAccounts.Sales;
}
