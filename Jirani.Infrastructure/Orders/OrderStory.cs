using Jirani.Domain.Messaging;
using Jirani.Domain.Orders;

namespace Jirani.Infrastructure.Orders;

/// <summary>One order and everything that happened around it.</summary>
public sealed record OrderStory
{
    public required Guid StoreId { get; init; }

    public required OrderRights Rights { get; init; }

    /// <summary>Whoever asks may mark it as paid in cash and give money back.</summary>
    public required bool MayTakeCash { get; init; }

    public required OrderRow Order { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>How many orders the customer has in this store, this one among them.</summary>
    public required int OrderCount { get; init; }

    /// <summary>Null where the customer has no conversation, and so cannot be told anything.</summary>
    public required Guid? ConversationId { get; init; }

    /// <summary>Until when WhatsApp lets the shop write; null while the customer never wrote.</summary>
    public required DateTimeOffset? WindowUntil { get; init; }

    /// <summary>False after STOP.</summary>
    public required bool IsOptedIn { get; init; }

    public required DeliveryStatus DeliveryStatus { get; init; }

    public required Shipment Shipment { get; init; }

    /// <summary>Until when it is kept unpaid; null where it does not run out.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>Oldest first; empty where the caller may not see payments.</summary>
    public required IReadOnlyList<OrderPayment> Payments { get; init; }

    /// <summary>Oldest first, the latest two hundred.</summary>
    public required IReadOnlyList<OrderOccurrence> Occurrences { get; init; }

    /// <summary>Why the customer will not hear of what is done now, as a sentence; null where they will.</summary>
    public string? Silence(DateTimeOffset now) => OwnerReplies.Closed(WindowUntil, IsOptedIn, now);
}
