namespace Jirani.Infrastructure.Stores;

/// <summary>A store's WhatsApp channel and what speaks for it. Times are null where it never happened.</summary>
public sealed record ChannelView
{
    public required Guid StoreId { get; init; }

    public required string Slug { get; init; }

    /// <summary>Whoever reads it may change it.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Digits, as in wa_id; null where no number was given yet.</summary>
    public required string? Number { get; init; }

    public required string? PhoneNumberId { get; init; }

    /// <summary>When Meta showed the number to the store's token; null = nothing arrives.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Why sending stands still until somebody acts, in words.</summary>
    public required string? AttentionReason { get; init; }

    public required DateTimeOffset? PausedUntil { get; init; }

    public required bool HasAccessToken { get; init; }

    /// <summary>The store has a Meta app of its own, so Meta calls the store's own address.</summary>
    public required bool HasOwnApp { get; init; }

    public required bool HasVerifyToken { get; init; }

    public required DateTimeOffset? LastHandshakeAt { get; init; }

    /// <summary>The last message or status that arrived.</summary>
    public required DateTimeOffset? LastWebhookAt { get; init; }

    /// <summary>The last time that a message of the shop reached a phone.</summary>
    public required DateTimeOffset? LastDeliveryAt { get; init; }

    public required DateTimeOffset? TokenCheckedAt { get; init; }

    public required string? TokenFault { get; init; }

    /// <summary>Null = never, or Meta did not say.</summary>
    public required DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>Messages that wait to go out; counted up to 100.</summary>
    public required int Waiting { get; init; }
}
