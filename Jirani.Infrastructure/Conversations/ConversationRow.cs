namespace Jirani.Infrastructure.Conversations;

/// <summary>One line of the inbox.</summary>
public sealed record ConversationRow
{
    public required Guid Id { get; init; }

    public required CustomerName Customer { get; init; }

    public required string? Preview { get; init; }

    public required bool IsFromCustomer { get; init; }

    public required DateTimeOffset LastMessageAt { get; init; }

    public required int Unread { get; init; }

    public required bool NeedsPerson { get; init; }

    /// <summary>In the store's currency; nothing is owed at zero.</summary>
    public required decimal UnpaidTotal { get; init; }

    /// <summary>What lies in the cart, in the store's currency; nothing does at zero.</summary>
    public required decimal CartTotal { get; init; }

    /// <inheritdoc cref="ThreadView.WindowUntil" />
    public required DateTimeOffset? WindowUntil { get; init; }

    /// <summary>The words of the last message's status, as they stand in the log; null while the log has no message of this customer.</summary>
    public required string? LastStatus { get; init; }
}
