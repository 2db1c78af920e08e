using Jirani.Infrastructure.Catalogue;

namespace Jirani.Infrastructure.Carts;

/// <summary>A row of cart_items as screens read it.</summary>
internal sealed class CartLineRecord
{
    public Guid StoreId { get; init; }

    public Guid CartId { get; init; }

    public Guid ProductId { get; init; }

    public required ProductRecord Product { get; init; }

    public decimal Quantity { get; init; }

    public decimal UnitPrice { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
