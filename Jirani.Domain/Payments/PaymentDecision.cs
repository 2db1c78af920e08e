namespace Jirani.Domain.Payments;

/// <summary>Compares what the provider says with what was asked for. Only an exact match pays an order; money that came any other way waits for a person.</summary>
public static class PaymentDecision
{
    /// <summary>A late success counts, whatever was known before; after a success nothing is taken back by itself.</summary>
    /// <param name="payment">What is known here.</param>
    /// <param name="report">What the provider says; null when it knows no such charge or did not answer.</param>
    /// <param name="age">Since the payment was begun.</param>
    public static PaymentVerdict Judge(OpenPayment payment, ChargeReport? report, TimeSpan age) =>
        (report is null ? new PaymentVerdict.Nothing() : Judge(payment, report)) is not PaymentVerdict.Nothing and var verdict
            ? verdict
            : payment.Status.IsOpen() && age >= PollSchedule.Patience
                ? new PaymentVerdict.Failed(FailureReason.NoAnswer)
                : new PaymentVerdict.Nothing();

    private static PaymentVerdict Judge(OpenPayment payment, ChargeReport report) => (payment.Status, report.Status) switch
    {
        (PaymentStatus.Succeeded or PaymentStatus.Review, ChargeStatus.Failed or ChargeStatus.Voided) => new PaymentVerdict.Contradiction(),
        (PaymentStatus.Succeeded or PaymentStatus.Review, _) => new PaymentVerdict.Nothing(),
        (_, ChargeStatus.Succeeded) => Received(payment, report),
        (PaymentStatus.Pending, ChargeStatus.Failed) => new PaymentVerdict.Failed(FailureReason.Of(report.FailureCode)),
        (PaymentStatus.Pending, ChargeStatus.Voided) => new PaymentVerdict.Failed(FailureReason.Voided),
        _ => new PaymentVerdict.Nothing(),
    };

    private static PaymentVerdict Received(OpenPayment payment, ChargeReport report) => Obstacle(payment, report) is { } obstacle
        ? new PaymentVerdict.Review(obstacle, Money(report), report.Fee)
        : new PaymentVerdict.Captured(report.Fee);

    private static ReviewReason? Obstacle(OpenPayment payment, ChargeReport report) => payment switch
    {
        _ when report.Reference != payment.Reference => ReviewReason.WrongReference,
        _ when report.Currency != payment.Amount.Currency.Code => ReviewReason.WrongCurrency,
        _ when report.Amount != payment.Amount.Amount => ReviewReason.WrongAmount,
        { IsPaidOtherwise: true } => ReviewReason.PaidTwice,
        { OrderStatus: Orders.OrderStatus.Pending } => null,
        _ => ReviewReason.OrderClosed,
    };

    private static Money? Money(ChargeReport report) =>
        report is { Amount: >= 0.01m and <= Domain.Money.Largest, Currency: { Length: 3 } currency } ? new Money(Math.Round(report.Amount.Value, 2, MidpointRounding.AwayFromZero), new Currency(currency)) : null;
}
