namespace Jirani.Infrastructure.Orders;

/// <summary>A row of order_items, frozen at CHECKOUT.</summary>
internal sealed class OrderLineRecord
{
    public long Id { get; init; }

    public Guid OrderId { get; init; }

    public required string Name { get; init; }

    public decimal Quantity { get; init; }

    public decimal UnitPrice { get; init; }

    public decimal LineTotal { get; init; }
}
