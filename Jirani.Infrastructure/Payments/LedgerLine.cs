namespace Jirani.Infrastructure.Payments;

/// <summary>One entry of the books.</summary>
/// <param name="Account">The account's code.</param>
/// <param name="Amount">Positive for a debit, negative for a credit.</param>
/// <param name="Kind">Of the transaction: charge, refund, settlement, release or payment.</param>
public sealed record LedgerLine(long Id, string Account, decimal Amount, string Currency, string Kind, DateTimeOffset At);
