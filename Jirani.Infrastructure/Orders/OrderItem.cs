namespace Jirani.Infrastructure.Orders;

/// <summary>One line, frozen when the order was placed.</summary>
/// <param name="Sku">Null for what is no product, such as a delivery fee.</param>
/// <param name="Total">Quantity times price, in the order's currency.</param>
public sealed record OrderItem(string? Sku, string Name, decimal Quantity, decimal UnitPrice, decimal Total);
