namespace Jirani.Infrastructure.Stores;

/// <summary>A row of store_invitations as screens read it.</summary>
internal sealed class InvitationRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public required string Role { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
