namespace Jirani.Domain.Orders;

/// <summary>One line, frozen when the order was placed.</summary>
public sealed record OrderLine
{
    /// <summary>Null for what is no product, such as a delivery fee.</summary>
    public required Guid? ProductId { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal UnitPrice { get; init; }

    /// <summary>Quantity times price, rounded half up to the currency.</summary>
    public required decimal LineTotal { get; init; }
}
