namespace Jirani.Domain.Ledger;

/// <param name="Account">One of <see cref="LedgerAccounts"/>.</param>
/// <param name="Amount">A debit is positive, a credit negative.</param>
public readonly record struct LedgerLine(string Account, Money Amount);
