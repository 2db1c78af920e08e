namespace Jirani.Infrastructure.Payments;

/// <summary>Something the provider said, by itself or asked.</summary>
/// <param name="PaymentId">Of which attempt.</param>
/// <param name="Source"><c>webhook</c>, <c>poll</c>, <c>start</c> or <c>owner</c>.</param>
/// <param name="Kind">The provider's name of the event; null where it has none.</param>
/// <param name="ProviderStatus">The provider's own word; null where there was no answer.</param>
/// <param name="Outcome">What it led to, in one word; null while it waits.</param>
/// <param name="Took">How long the provider took to answer; null where nobody asked.</param>
public sealed record PaymentOccurrence(
    long Id, Guid PaymentId, string Source, string? Kind, string? ProviderStatus, string? Outcome, TimeSpan? Took, DateTimeOffset At);
