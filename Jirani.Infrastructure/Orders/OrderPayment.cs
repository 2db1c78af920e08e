using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Orders;

/// <summary>An attempt to pay an order.</summary>
/// <param name="Id">Of the attempt.</param>
/// <param name="Provider">Through whom, or cash.</param>
/// <param name="Network">As the provider names it; null where it is not known, and for cash.</param>
/// <param name="PayerPhone">Digits; null where the provider's own page asked, and for cash.</param>
/// <param name="Receipt">The provider's id of the charge; null while there is none.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="CapturedAt">When its money came; null while none did.</param>
/// <param name="Facts">Where it stands.</param>
public sealed record OrderPayment(
    Guid Id, PaymentProvider Provider, string? Network, string? PayerPhone, string? Receipt, DateTimeOffset CreatedAt, DateTimeOffset? CapturedAt,
    PaymentFacts Facts);
