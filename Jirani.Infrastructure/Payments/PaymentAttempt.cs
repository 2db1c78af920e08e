using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Payments;

/// <summary>One try to pay an order.</summary>
/// <param name="StartedAt">When the provider was first asked for it; null while it was not.</param>
/// <param name="EndedAt">Of one that failed, when that was known; of any other, when it was last touched.</param>
/// <param name="SupersededAt">When another try took its place; null where none did.</param>
public sealed record PaymentAttempt(
    Guid Id, PaymentProvider Provider, string? PayerPhone, PaymentFacts Facts, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset EndedAt, DateTimeOffset? SupersededAt);
