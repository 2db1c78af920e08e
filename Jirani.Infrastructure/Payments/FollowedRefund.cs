using Jirani.Domain;
using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Payments;

/// <param name="ChargeId">The provider's; null for cash, which is never followed.</param>
/// <param name="ProviderId">Of the refund; null while the provider has not told it.</param>
internal sealed record FollowedRefund(
    Guid Id, Guid PaymentId, Guid OrderId, Money Amount, RefundStatus Status, string? ChargeId, string? ProviderId, bool IsDuplicate, TimeSpan Age, int Polls);
