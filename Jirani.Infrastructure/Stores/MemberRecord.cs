namespace Jirani.Infrastructure.Stores;

/// <summary>A row of store_members as screens read it.</summary>
internal sealed class MemberRecord
{
    public Guid StoreId { get; init; }

    public Guid UserId { get; init; }

    public required string Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
