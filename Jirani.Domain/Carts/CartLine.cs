using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Carts;

/// <param name="UnitPrice">The price when the product was last added, which may no longer be today's.</param>
public sealed record CartLine(Product Product, decimal Quantity, decimal UnitPrice)
{
    public const decimal MostQuantity = 999;

    public Money Total(Currency currency) => new(currency.Round(Quantity * UnitPrice), currency);

    public CartLine AtTodaysPrice() => this with { UnitPrice = Product.Price };
}
