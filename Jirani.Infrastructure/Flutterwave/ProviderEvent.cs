namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What a webhook says it is about. It only tells what to ask for: nothing in it is believed.</summary>
public sealed record ProviderEvent
{
    /// <summary>Of the delivery, to know it again; the digest of the body where it has none.</summary>
    public required string EventId { get; init; }

    /// <summary>As the provider names it: <c>charge.completed</c>.</summary>
    public required string Kind { get; init; }

    public required string? ChargeId { get; init; }

    public required string? Reference { get; init; }

    /// <summary>Null for what is not about a refund.</summary>
    public required string? RefundId { get; init; }

    public required string? ProviderStatus { get; init; }
}
