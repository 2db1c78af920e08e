namespace Jirani.Infrastructure.Stores;

/// <summary>A row of channel_proofs as screens read it.</summary>
internal sealed class ChannelProofRecord
{
    public Guid StoreId { get; init; }

    public DateTimeOffset? LastHandshakeAt { get; init; }

    public DateTimeOffset? TokenCheckedAt { get; init; }

    public string? TokenFault { get; init; }

    public DateTimeOffset? TokenExpiresAt { get; init; }
}
