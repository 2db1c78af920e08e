using Jirani.Domain;

namespace Jirani.Infrastructure.Flutterwave;

/// <param name="RefundId">Ours: the idempotency key follows from it.</param>
/// <param name="ChargeId">The provider's.</param>
/// <param name="Amount">Not more than what is left of the charge.</param>
/// <param name="IsDuplicate">The order was paid twice; else the customer is given it back by the owner's wish.</param>
public sealed record RefundRequest(Guid RefundId, string ChargeId, Money Amount, bool IsDuplicate);
