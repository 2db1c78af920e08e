using Jirani.Infrastructure.Customers;

namespace Jirani.Infrastructure.Conversations;

/// <summary>A row of conversations as screens read it.</summary>
internal sealed class ConversationRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public required CustomerRecord Customer { get; init; }

    public DateTimeOffset? LastMessageAt { get; init; }

    public string? LastDirection { get; init; }

    public string? Preview { get; init; }

    public int Unread { get; init; }

    public DateTimeOffset? WindowUntil { get; init; }

    public DateTimeOffset? BotPausedUntil { get; init; }

    public bool NeedsPerson { get; init; }
}
