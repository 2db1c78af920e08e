namespace Jirani.Infrastructure.Stores;

/// <summary>A row of store_settings as screens read it.</summary>
internal sealed class StoreRecord
{
    public Guid Id { get; init; }

    public required string StoreSlug { get; init; }

    public required string Name { get; init; }

    public required string Currency { get; init; }

    public required string Country { get; init; }

    public required string TimeZone { get; init; }
}
