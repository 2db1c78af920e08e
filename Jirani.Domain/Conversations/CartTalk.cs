using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

internal static class CartTalk
{
    public static Decision Add(Moment moment, CustomerCommand.Add command)
    {
        if (moment.Shelf.Find(command.Sku) is not { } product)
        {
            return Decision.Say(CartTexts.Unknown(command.Sku, moment.Shelf.Near(command.Sku)));
        }

        var cart = moment.Shopper.Cart;
        var before = cart.Find(product);
        var quantity = command.Quantity ?? product.UsualQuantity;
        if (Obstacle(cart, product, before?.Quantity ?? 0, quantity) is { } obstacle)
        {
            return Decision.Say(obstacle);
        }

        var line = cart.Add(product, quantity);
        return Decision.Say(CartTexts.Added(before, line, cart, moment.Store.Currency), Set(line));
    }

    public static Decision Remove(Moment moment, CustomerCommand.Remove command)
    {
        var cart = moment.Shopper.Cart;
        if (cart.Find(command.Sku) is not { } line)
        {
            return Decision.Say(cart.IsEmpty ? CartTexts.Empty : CartTexts.NotInCart(command.Sku));
        }

        if (command.Quantity < line.Quantity && !line.Product.Measures(command.Quantity.Value))
        {
            return Decision.Say(CartTexts.WrongStep(line.Product));
        }

        var left = cart.Remove(line, command.Quantity);
        return Decision.Say(
            CartTexts.Removed(line, left, cart, moment.Store.Currency),
            left is null ? new Effect.CartLineRemoved(line.Product.Id) : Set(left));
    }

    public static Decision Show(Moment moment) =>
        Decision.Say(moment.Shopper.Cart.IsEmpty ? CartTexts.Empty : CartTexts.Whole(moment.Shopper.Cart, moment.Store.Currency));

    /// <summary>Why so many more cannot go into the cart; null when they can.</summary>
    private static string? Obstacle(Cart cart, Product product, decimal before, decimal more)
    {
        if (!product.IsActive)
        {
            return CartTexts.NotSold(product);
        }

        if (!product.Measures(more))
        {
            return CartTexts.WrongStep(product);
        }

        if (before + more > CartLine.MostQuantity)
        {
            return CartTexts.TooMany(product, before);
        }

        if (!product.CanFill(before + more))
        {
            return CartTexts.TooFewLeft(product, before);
        }

        var value = cart.Lines.Sum(line => line.Quantity * line.UnitPrice) + (more * product.Price);
        return value > Money.Largest ? CartTexts.TooMuchMoney : null;
    }

    private static Effect.CartLineSet Set(CartLine line) => new(line.Product.Id, line.Quantity, line.UnitPrice);
}
