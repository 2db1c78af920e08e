using Jirani.Domain.Payments;
using Jirani.Infrastructure.Conversations;

namespace Jirani.Infrastructure.Payments;

/// <summary>One attempt to pay, as it stands in a list.</summary>
public sealed record PaymentRow
{
    public required Guid Id { get; init; }

    public required string OrderNumber { get; init; }

    public required CustomerName Customer { get; init; }

    /// <summary>Digits; null where the provider's own page asked, and for cash.</summary>
    public required string? PayerPhone { get; init; }

    /// <summary>As the provider names it; null where it is not known, and for cash.</summary>
    public required string? Network { get; init; }

    public required PaymentProvider Provider { get; init; }

    /// <summary>The money that came; while none did, what was asked for.</summary>
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required PaymentFacts Facts { get; init; }

    public required decimal Fee { get; init; }

    /// <summary>The provider's id of the charge, which is the receipt; null while there is none, and for cash.</summary>
    public required string? Receipt { get; init; }

    /// <summary>Ours, as the provider keeps it.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
