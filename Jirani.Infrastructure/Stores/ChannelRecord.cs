namespace Jirani.Infrastructure.Stores;

/// <summary>A row of business_channel_settings as screens read it: that there are secrets, never the secrets.</summary>
internal sealed class ChannelRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public string? ChannelIdentifier { get; init; }

    public string? WaPhoneNumberId { get; init; }

    public bool IsActive { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public string? AttentionReason { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public bool HasAccessToken { get; init; }

    public bool HasAppSecret { get; init; }

    public bool HasVerifyToken { get; init; }
}
