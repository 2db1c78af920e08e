namespace Jirani.Domain.Catalogue;

public sealed class Product
{
    private decimal? _stock;

    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    /// <summary>Today's price of one, in the store's currency.</summary>
    public required decimal Price { get; init; }

    /// <summary>What is left to sell; null where the store does not count.</summary>
    public decimal? Stock
    {
        get => _stock;
        init => _stock = value;
    }

    /// <summary>The smallest amount that is sold; quantities are multiples of it.</summary>
    public decimal QuantityStep { get; init; } = 1;

    public bool IsActive { get; init; } = true;

    /// <summary>What one gets without naming a quantity: one, or one step where one cannot be had.</summary>
    public decimal UsualQuantity => Measures(1) ? 1 : QuantityStep;

    /// <summary>The most that can be sold now, in whole steps; 0 when sold out or not on sale.</summary>
    public decimal MostFillable => (IsActive, Stock) switch
    {
        (false, _) => 0,
        (_, null) => decimal.MaxValue,
        (_, { } left) when QuantityStep > 0 => Math.Max(0, left - (left % QuantityStep)),
        (_, { } left) => Math.Max(0, left),
    };

    /// <summary>True for a multiple of the step.</summary>
    public bool Measures(decimal quantity) => QuantityStep <= 0 || quantity % QuantityStep == 0;

    public bool CanFill(decimal quantity) => IsActive && (Stock is null || Stock >= quantity);

    /// <summary>Lowers the stock in memory, so that two decisions of one batch do not sell the same piece.</summary>
    public void Reserve(decimal quantity)
    {
        if (!CanFill(quantity))
        {
            throw new InvalidOperationException("More was reserved than is left.");
        }

        _stock -= quantity;
    }
}
