namespace Jirani.Infrastructure.Payments;

/// <summary>Whether every balance is the sum of its entries.</summary>
public sealed record LedgerCheck(DateTimeOffset At, bool Agrees);
