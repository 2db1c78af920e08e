using System.Diagnostics;
using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

/// <summary>An owner fills a customer's cart. The customer is always told, and the dialogue goes on: CHECKOUT orders what they see.</summary>
/// <param name="store">The name that customers know.</param>
/// <param name="currency">Of the store.</param>
/// <param name="cart">As it is now; it moves along.</param>
public sealed class OwnerCart(string store, Currency currency, Cart cart)
{
    /// <param name="product">Of this store.</param>
    /// <param name="quantity">How many more.</param>
    public CartChange Add(Product product, decimal quantity)
    {
        if (quantity <= 0)
        {
            return new CartChange.Refused("Say how many: one or more.");
        }

        if (cart.Obstacle(product, quantity) is { } obstacle)
        {
            return new CartChange.Refused(Refusal(obstacle, product));
        }

        var line = cart.Add(product, quantity);
        return new CartChange.Made(
            $"{store} put {Wording.Quantity(quantity)} × {Wording.Name(product)} into your cart.\n{Total()}\nCHECKOUT orders it.",
            new Effect.CartLineSet(product.Id, line.Quantity, line.UnitPrice));
    }

    /// <summary>Takes the whole line out.</summary>
    public CartChange Remove(Product product)
    {
        if (cart.Find(product) is not { } line)
        {
            return new CartChange.Refused("It is no longer in the cart.");
        }

        cart.Remove(line, null);
        return new CartChange.Made(
            $"{store} took {Wording.Name(product)} out of your cart.\n{(cart.IsEmpty ? "Your cart is empty now." : Total())}",
            new Effect.CartLineRemoved(product.Id));
    }

    private static string Refusal(CartObstacle obstacle, Product product) => obstacle switch
    {
        CartObstacle.NotSold => $"{Wording.Name(product)} is not on sale now.",
        CartObstacle.WrongStep => $"{Wording.Name(product)} is sold in steps of {Wording.Quantity(product.QuantityStep)}.",
        CartObstacle.TooMany => $"At most {Wording.Quantity(CartLine.MostQuantity)} of one product go into an order.",
        CartObstacle.TooFewLeft when product.MostFillable > 0 => $"Only {Wording.Quantity(product.MostFillable)} × {Wording.Name(product)} left, what is in the cart included.",
        CartObstacle.TooFewLeft => $"{Wording.Name(product)} is sold out.",
        CartObstacle.TooMuchMoney => "That is more than one order can hold.",
        _ => throw new UnreachableException(),
    };

    private string Total() => $"Cart total: {cart.Total(currency)}";
}
