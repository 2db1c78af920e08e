namespace Jirani.Infrastructure.Carts;

/// <summary>A line of an open cart.</summary>
/// <param name="UnitPrice">When it was last added, in the store's currency.</param>
public sealed record CartLineRow(Guid ProductId, string Sku, string Name, decimal Quantity, decimal UnitPrice)
{
    public decimal Total => Quantity * UnitPrice;
}
