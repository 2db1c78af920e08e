using Jirani.Domain.Carts;
using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

internal static class CheckoutTalk
{
    public static Decision Checkout(Moment moment)
    {
        var cart = moment.Shopper.Cart;
        if (cart.IsEmpty)
        {
            return Again(moment);
        }

        var missing = cart.Lines.Where(line => !line.Product.CanFill(line.Quantity)).ToArray();
        if (missing.Length > 0)
        {
            return Decision.Say(OrderTexts.CannotFill(missing));
        }

        var lines = cart.Lines.Select(line => line.AtTodaysPrice()).ToArray();
        return new Cart(lines).Total(moment.Store.Currency) is { Amount: <= Money.Largest } total
            ? Place(moment, lines, total)
            : Decision.Say(CartTexts.TooMuchMoney);
    }

    /// <summary>Without a new cart it is the same order with the same links.</summary>
    private static Decision Again(Moment moment) => moment.Shopper.LatestOrder switch
    {
        null => Decision.Say(CartTexts.Empty),
        { IsUnpaid: true } order => Decision.Say(OrderTexts.Placed(moment, order, [])),
        { } order => Decision.Say($"{OrderTexts.State(order)}\n{CartTexts.Empty}"),
    };

    private static Decision Place(Moment moment, IReadOnlyList<CartLine> lines, Money total)
    {
        var shopper = moment.Shopper;
        var ticket = shopper.Tickets.Dequeue();
        var order = new NewOrder
        {
            Id = ticket.Id,
            Number = ticket.Number,
            Lines = [.. lines.Select(line => Freeze(line, moment.Store.Currency))],
            Total = total,
            ExpiresAt = moment.Now + moment.Store.OrderExpiry,
        };
        var placed = PlacedOrder.From(order, moment.Now);
        var text = OrderTexts.Placed(moment, placed, shopper.Cart.Lines);

        foreach (var line in lines)
        {
            line.Product.Reserve(line.Quantity);
        }

        shopper.LatestOrder = placed;
        shopper.Cart.Clear();
        return Decision.Say(text, new Effect.OrderPlaced(order));
    }

    private static OrderLine Freeze(CartLine line, Currency currency) => new()
    {
        ProductId = line.Product.Id,
        Sku = line.Product.Sku,
        Name = line.Product.Name,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        LineTotal = line.Total(currency).Amount,
    };
}
