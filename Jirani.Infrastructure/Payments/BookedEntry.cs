namespace Jirani.Infrastructure.Payments;

/// <summary>One entry of the whole ledger, as it is handed out.</summary>
/// <param name="Account">The account's code.</param>
/// <param name="Amount">Positive for a debit, negative for a credit.</param>
/// <param name="ProviderId">What the transaction stands for at the provider, or with us where it is ours.</param>
/// <param name="OrderNumber">Null where it belongs to no order.</param>
public sealed record BookedEntry(
    long Id, DateTimeOffset At, string Account, decimal Amount, string Currency, string Provider, string Kind, string ProviderId, string? OrderNumber, Guid? PaymentId);
