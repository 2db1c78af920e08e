using Jirani.Domain.Carts;

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
        if (cart.Obstacle(product, quantity) is { } obstacle)
        {
            return Decision.Say(CartTexts.Refused(obstacle, product, before?.Quantity ?? 0));
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

    private static Effect.CartLineSet Set(CartLine line) => new(line.Product.Id, line.Quantity, line.UnitPrice);
}
