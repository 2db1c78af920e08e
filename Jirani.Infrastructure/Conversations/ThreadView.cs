using Jirani.Domain.Messaging;

namespace Jirani.Infrastructure.Conversations;

/// <summary>A conversation opened: who it is with, and its latest messages, oldest first.</summary>
public sealed record ThreadView
{
    public required Guid Id { get; init; }

    public required Guid StoreId { get; init; }

    public required Guid CustomerId { get; init; }

    public required CustomerName Customer { get; init; }

    public required int Unread { get; init; }

    public required bool NeedsPerson { get; init; }

    /// <summary>Until when the shop may write freely; null while the customer never wrote.</summary>
    public required DateTimeOffset? WindowUntil { get; init; }

    /// <summary>Until when the owner answers and the dialogue is silent; null or past while it answers.</summary>
    public required DateTimeOffset? PausedUntil { get; init; }

    public required bool IsOptedIn { get; init; }

    /// <summary>Until when an answer still gets to WhatsApp in time; null while the customer never wrote.</summary>
    public DateTimeOffset? WritableUntil => WindowUntil - ServiceWindow.Margin;

    /// <summary>In the order in which they were written, as Meta tells it, and within a second as they came.</summary>
    public required IReadOnlyList<MessageRow> Messages { get; init; }

    public required bool HasOlder { get; init; }
}
