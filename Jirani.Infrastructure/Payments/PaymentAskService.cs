namespace Jirani.Infrastructure.Payments;

/// <summary>An owner wants to know now.</summary>
public sealed class PaymentAskService(OwnedPayments owned, PaymentSettlement settlement)
{
    /// <returns>Null once the provider has answered; else why not, as a sentence.</returns>
    public async Task<string?> AskAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) =>
        await owned.OrderOfAsync(ownerId, paymentId, cancellationToken) is null
            ? PaymentWords.NotYours
            : await settlement.AskAsync(paymentId, "owner", cancellationToken) == PaymentOutcome.Unknown
                ? "Flutterwave did not tell. It is asked again by itself until it does."
                : null;
}
