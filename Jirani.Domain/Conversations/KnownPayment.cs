using Jirani.Domain.Payments;

namespace Jirani.Domain.Conversations;

/// <summary>One of the customer's payments, as far as the dialogue has to know it; the newest come first.</summary>
/// <param name="OrderId">For which order.</param>
/// <param name="Status">Where it is.</param>
/// <param name="PayerPhone">Digits with country code; null where the provider's own page asks, and for cash.</param>
/// <param name="Network">Flutterwave's code; null likewise.</param>
/// <param name="IsLive">It waits for its end, and no other took its place.</param>
/// <param name="BegunAt">When it was asked for.</param>
public sealed record KnownPayment(Guid OrderId, PaymentStatus Status, string? PayerPhone, string? Network, bool IsLive, DateTimeOffset BegunAt);
