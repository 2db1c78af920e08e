namespace Jirani.Infrastructure.Catalogue;

/// <summary>A row of products as screens read it.</summary>
internal sealed class ProductRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    public decimal Price { get; init; }

    public decimal? StockQuantity { get; init; }

    public bool IsActive { get; init; }
}
