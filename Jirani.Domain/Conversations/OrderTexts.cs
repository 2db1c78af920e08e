using System.Diagnostics;
using Jirani.Domain.Carts;
using Jirani.Domain.Messaging;
using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

internal static class OrderTexts
{
    public const string None = "You have no order yet.\nWrite ADD, a product's code and how many: ADD CODE 2";

    /// <param name="chosen">The cart's lines as they were chosen, to tell which prices have changed since.</param>
    public static string Placed(Moment moment, PlacedOrder order, IReadOnlyList<CartLine> chosen) => $"""
        Order #{order.Number}
        Total: {order.Total}{NewPrices(chosen, moment.Store.Currency)}
        See it:
        {moment.Store.Checkout(moment.Shopper.SessionId, order.Id)}
        {PayBy(moment, order)}
        {moment.Store.Pay(order.Id)}
        Or write PAY.
        """;

    public static string CannotFill(IReadOnlyList<CartLine> missing) => $"""
        No order yet, not everything is there:
        {Wording.List([.. missing.Select(Missing)])}
        Your cart has not changed.
        """;

    /// <summary>One sentence about where the order is.</summary>
    public static string State(PlacedOrder order) => order.Status switch
    {
        OrderStatus.Pending => $"Order #{order.Number} waits for payment: {order.Total}.",
        OrderStatus.Processing => $"Order #{order.Number} is paid and being packed: {order.Total}.",
        OrderStatus.Shipped => $"Order #{order.Number} is on the way.",
        OrderStatus.Delivered => $"Order #{order.Number} is delivered.",
        OrderStatus.Cancelled => $"Order #{order.Number} is cancelled.",
        OrderStatus.Expired => $"Order #{order.Number} was not paid in time and has ended.",
        OrderStatus.Refunded => $"Order #{order.Number} is refunded: {order.Total}.",
        _ => throw new UnreachableException(),
    };

    public static string Status(Storefront store, PlacedOrder order) => order.Status switch
    {
        OrderStatus.Pending => $"{State(order)}\nPay:\n{store.Pay(order.Id)}",
        OrderStatus.Processing or OrderStatus.Shipped => $"{State(order)}\nTRACK {order.Number} follows the delivery.",
        _ => State(order),
    };

    public static string Delivery(Storefront store, PlacedOrder order)
    {
        string?[] lines =
        [
            State(order),
            IsUnderWay(order) ? $"Delivery: {Delivery(order.DeliveryStatus)}" : null,
            order.Courier is { } courier ? $"Courier: {MessageLimits.Cut(courier, Shipment.LongestCourier)}" : null,
            order.Eta is { } eta ? $"Expected: {Wording.Time(eta, store)}" : null,
            order.TrackingUrl,
            store.Track(order.Id),
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    public static string NotFound(string reference) =>
        $"You have no order {Wording.Echo(reference)} here. STATUS shows your last one.";

    private static string Delivery(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Pending => "not on its way yet",
        DeliveryStatus.Assigned => "assigned to a courier",
        DeliveryStatus.OnTheWay => "on the way",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Failed => "the courier could not deliver",
        _ => throw new UnreachableException(),
    };

    private static bool IsUnderWay(PlacedOrder order) =>
        order.Status is OrderStatus.Pending or OrderStatus.Processing or OrderStatus.Shipped or OrderStatus.Delivered;

    // An order outlives its time while a payment for it is under way.
    private static string PayBy(Moment moment, PlacedOrder order) =>
        order.ExpiresAt is { } end && end > moment.Now ? $"Pay by {Wording.Time(end, moment.Store)}:" : "Pay:";

    private static string Missing(CartLine line)
    {
        var (product, left) = (line.Product, line.Product.MostFillable);
        return left > 0
            ? $"{Wording.Name(product)}: {Wording.Quantity(left)} left, you chose {Wording.Quantity(line.Quantity)}. REMOVE {product.Sku} {Wording.Quantity(line.Quantity - left)}"
            : $"{Wording.Name(product)}: {(product.IsActive ? "sold out" : "not on sale now")}. REMOVE {product.Sku}";
    }

    private static string NewPrices(IReadOnlyList<CartLine> chosen, Currency currency)
    {
        var changed = chosen.Where(line => line.UnitPrice != line.Product.Price).Select(line =>
            $"New price: {Wording.Name(line.Product)} {new Money(line.Product.Price, currency)}, was {new Money(line.UnitPrice, currency)}");
        return Wording.List([.. changed]) is { Length: > 0 } list ? $"\n{list}" : "";
    }
}
