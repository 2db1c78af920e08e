using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Payments;

/// <summary>One payment and everything that happened around it.</summary>
public sealed record PaymentStory
{
    public required Guid StoreId { get; init; }

    public required PaymentRights Rights { get; init; }

    public required PaymentRow Payment { get; init; }

    public required Guid OrderId { get; init; }

    public required OrderStatus OrderStatus { get; init; }

    /// <summary>What was asked for.</summary>
    public required decimal Asked { get; init; }

    public required string AskedCurrency { get; init; }

    /// <summary>Null where the customer has no conversation.</summary>
    public required Guid? ConversationId { get; init; }

    /// <summary>Null unless a person had or has to decide.</summary>
    public required ReviewReason? ReviewReason { get; init; }

    /// <summary>What the provider still wants of the payer; null where nothing.</summary>
    public required string? Note { get; init; }

    /// <summary>When the order last expired or was cancelled; null where it never was.</summary>
    public required DateTimeOffset? OrderClosedAt { get; init; }

    public required DateTimeOffset? CapturedAt { get; init; }

    public required DateTimeOffset? SettledAt { get; init; }

    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>All for the same order, this one among them, oldest first.</summary>
    public required IReadOnlyList<PaymentAttempt> Attempts { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<PaymentOccurrence> Occurrences { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<RefundRow> Refunds { get; init; }

    /// <summary>In the order of the books.</summary>
    public required IReadOnlyList<LedgerLine> Entries { get; init; }

    public required IReadOnlyList<OrderedLine> Lines { get; init; }
}
