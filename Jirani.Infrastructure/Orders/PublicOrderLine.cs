namespace Jirani.Infrastructure.Orders;

public sealed record PublicOrderLine(string Name, decimal Quantity, decimal UnitPrice, decimal Total);
