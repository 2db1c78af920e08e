using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Payments;

/// <param name="FailureReason">Why it did not go; null unless it failed.</param>
/// <param name="EndedAt">Null while it is under way.</param>
public sealed record RefundRow(
    Guid Id, decimal Amount, string Currency, RefundStatus Status, string? Reason, string? FailureReason, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);
