using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Carts;

/// <summary>What one customer has chosen and not ordered yet.</summary>
public sealed class Cart(IEnumerable<CartLine> lines)
{
    private readonly List<CartLine> _lines = [.. lines];

    public Cart()
        : this([])
    {
    }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<CartLine> Lines => _lines;

    public bool IsEmpty => _lines.Count == 0;

    public Money Total(Currency currency) => new(_lines.Sum(line => line.Total(currency).Amount), currency);

    public CartLine? Find(Product product) => _lines.Find(line => line.Product.Id == product.Id);

    public CartLine? Find(string sku)
    {
        var key = Sku.Key(sku);
        return _lines.Find(line => Sku.Key(line.Product.Sku) == key);
    }

    /// <summary>Why so many more of a product cannot be added; null when they can.</summary>
    public CartObstacle? Obstacle(Product product, decimal more)
    {
        var before = Find(product)?.Quantity ?? 0;
        return product switch
        {
            { IsActive: false } => CartObstacle.NotSold,
            _ when !product.Measures(more) => CartObstacle.WrongStep,
            _ when before + more > CartLine.MostQuantity => CartObstacle.TooMany,
            _ when !product.CanFill(before + more) => CartObstacle.TooFewLeft,
            _ when _lines.Sum(line => line.Quantity * line.UnitPrice) + (more * product.Price) > Money.Largest => CartObstacle.TooMuchMoney,
            _ => null,
        };
    }

    /// <summary>Adds to the product's line, which takes today's price as a whole.</summary>
    public CartLine Add(Product product, decimal quantity)
    {
        var place = _lines.FindIndex(line => line.Product.Id == product.Id);
        if (place < 0)
        {
            _lines.Add(new CartLine(product, quantity, product.Price));
            return _lines[^1];
        }

        return _lines[place] = new CartLine(product, _lines[place].Quantity + quantity, product.Price);
    }

    /// <summary>Takes so many out, or all of them.</summary>
    /// <returns>What stays of the line; null when it is gone.</returns>
    public CartLine? Remove(CartLine line, decimal? quantity)
    {
        var place = _lines.IndexOf(line);
        if (quantity is null || quantity >= line.Quantity)
        {
            _lines.RemoveAt(place);
            return null;
        }

        return _lines[place] = line with { Quantity = line.Quantity - quantity.Value };
    }

    public void Clear() => _lines.Clear();
}
