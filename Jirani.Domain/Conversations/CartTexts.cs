using System.Diagnostics;
using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

internal static class CartTexts
{
    public const string Empty = "Your cart is empty.\nWrite ADD, a product's code and how many: ADD CODE 2";

    public const string TooMuchMoney = "That is more than one order can hold. Your cart has not changed.";

    public static string Added(CartLine? before, CartLine line, Cart cart, Currency currency) =>
        $"{Wording.Line(line, currency)}{NewPrice(before, line, currency)}\nCart total: {cart.Total(currency)}";

    public static string Removed(CartLine line, CartLine? left, Cart cart, Currency currency) =>
        $"{(left is null ? $"Removed: {Wording.Name(line.Product)}" : Wording.Line(left, currency))}\n" +
        (cart.IsEmpty ? "Your cart is empty now." : $"Cart total: {cart.Total(currency)}");

    public static string Whole(Cart cart, Currency currency) =>
        $"Your cart\n{Wording.List([.. cart.Lines.Select(line => Priced(line, currency))])}\nTotal: {cart.Total(currency)}\nCHECKOUT orders it.";

    public static string Unknown(string sku, IReadOnlyList<Product> near)
    {
        var unknown = $"No product has the code {Wording.Echo(sku)}.";
        return near.Count == 0
            ? $"{unknown} Check it and write ADD again."
            : $"{unknown} Did you mean:\n{Wording.List([.. near.Select(product => $"{product.Sku}, {Wording.Name(product)}")])}\nWrite ADD {near[0].Sku}";
    }

    public static string NotInCart(string sku) => $"{Wording.Echo(sku)} is not in your cart. CART shows what is.";

    public static string Refused(CartObstacle obstacle, Product product, decimal inCart) => obstacle switch
    {
        CartObstacle.NotSold => $"{Wording.Name(product)} is not on sale now. Your cart has not changed.",
        CartObstacle.WrongStep => WrongStep(product),
        CartObstacle.TooMany => TooMany(product, inCart),
        CartObstacle.TooFewLeft => TooFewLeft(product, inCart),
        CartObstacle.TooMuchMoney => TooMuchMoney,
        _ => throw new UnreachableException(),
    };

    public static string WrongStep(Product product) =>
        product.QuantityStep == 1
            ? $"{Wording.Name(product)} is sold whole only: ADD {product.Sku} 2"
            : $"{Wording.Name(product)} is sold in steps of {Wording.Quantity(product.QuantityStep)}: ADD {product.Sku} {Wording.Quantity(product.QuantityStep)}";

    private static string TooMany(Product product, decimal inCart) =>
        $"At most {Wording.Quantity(CartLine.MostQuantity)} × {Wording.Name(product)} in one order{AlreadyThere(inCart)}. Your cart has not changed.";

    private static string TooFewLeft(Product product, decimal inCart) =>
        product.MostFillable > 0
            ? $"Only {Wording.Quantity(product.MostFillable)} × {Wording.Name(product)} left{AlreadyThere(inCart)}. Your cart has not changed."
            : $"{Wording.Name(product)} is sold out. Your cart has not changed.";

    private static string AlreadyThere(decimal inCart) => inCart > 0 ? $", {Wording.Quantity(inCart)} in your cart" : "";

    private static string Priced(CartLine line, Currency currency) =>
        $"{Wording.Quantity(line.Quantity)} × {Wording.Name(line.Product)} at {new Money(line.UnitPrice, currency)}: {line.Total(currency)}";

    private static string NewPrice(CartLine? before, CartLine line, Currency currency) =>
        before is null || before.UnitPrice == line.UnitPrice
            ? ""
            : $"\nNew price: {new Money(line.UnitPrice, currency)} each, was {new Money(before.UnitPrice, currency)}";
}
