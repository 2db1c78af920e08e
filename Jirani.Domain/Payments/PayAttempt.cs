namespace Jirani.Domain.Payments;

/// <summary>One attempt to pay an order, as whoever holds its link may know of it.</summary>
public sealed record PayAttempt
{
    public required Guid Id { get; init; }

    public required PaymentProvider Provider { get; init; }

    public required PaymentStatus Status { get; init; }

    /// <summary>The provider's own word; null while it said none.</summary>
    public required string? ProviderStatus { get; init; }

    /// <summary>A newer attempt took its place. It is followed all the same, and may still succeed.</summary>
    public required bool IsSuperseded { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while nobody has asked the provider.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null where the provider's own page asks for it, and for cash.</summary>
    public required PhoneNumber? Payer { get; init; }

    /// <summary>Flutterwave's code; null where the provider's own page asks for it, and for cash.</summary>
    public required string? Network { get; init; }

    /// <summary>The provider's words to the payer, or why it refused to begin; null when there are none.</summary>
    public required string? Note { get; init; }

    /// <summary>The provider's page, http or https; null where a prompt does without.</summary>
    public required Uri? CheckoutUrl { get; init; }

    /// <summary>A word such as <c>wrong_pin</c>, or <c>code 51</c> where we have none for it; null when it did not fail.</summary>
    public required string? FailureReason { get; init; }
}
