namespace Jirani.Domain.Orders;

/// <summary>Whether an order may be sent out, handed over or cancelled. A fault is a sentence for the shop; null means that it may.</summary>
public static class Fulfilment
{
    public static string? ShipFault(PlacedOrder order, Shipment shipment, DateTimeOffset now) => order.Status switch
    {
        OrderStatus.Processing when DeliveryTransitions.Reaches(order.DeliveryStatus, DeliveryStatus.OnTheWay) => Named(order, shipment.Fault(now)),
        OrderStatus.Pending => $"Order #{order.Number} is not paid yet. Only what is paid is sent out.",
        OrderStatus.Shipped => $"Order #{order.Number} is on the way already.",
        _ => Over(order),
    };

    /// <summary>Whether courier, time or link of what is on the way may become these.</summary>
    public static string? ChangeFault(PlacedOrder order, Shipment shipment, DateTimeOffset now) => order.Status switch
    {
        OrderStatus.Shipped => Named(order, shipment.Fault(now)),
        OrderStatus.Pending or OrderStatus.Processing => $"Order #{order.Number} is not on the way yet.",
        _ => Over(order),
    };

    public static string? DeliverFault(PlacedOrder order) => order.Status switch
    {
        OrderStatus.Processing or OrderStatus.Shipped when DeliveryTransitions.Reaches(order.DeliveryStatus, DeliveryStatus.Delivered) => null,
        OrderStatus.Pending => $"Order #{order.Number} is not paid yet. Take the money first.",
        _ => Over(order),
    };

    /// <param name="order">The order.</param>
    /// <param name="hasMoney">Money came for it that did not go back whole.</param>
    /// <param name="hasOpenPayment">The end of a payment for it is not known: somebody may be entering a PIN.</param>
    public static string? CancelFault(PlacedOrder order, bool hasMoney, bool hasOpenPayment) => order.Status switch
    {
        OrderStatus.Pending when hasMoney => $"Money came for order #{order.Number} and waits for a decision. Decide about it first, under Payments.",
        OrderStatus.Pending when hasOpenPayment => $"A payment for order #{order.Number} is under way. Wait until it has ended, then cancel.",
        OrderStatus.Pending => null,
        OrderStatus.Processing or OrderStatus.Shipped or OrderStatus.Delivered =>
            $"Order #{order.Number} is paid. Give the money back first, under Payments: that closes the order.",
        _ => Over(order),
    };

    private static string Over(PlacedOrder order) => order.Status switch
    {
        OrderStatus.Delivered => $"Order #{order.Number} is delivered already.",
        OrderStatus.Cancelled => $"Order #{order.Number} is cancelled already.",
        OrderStatus.Expired => $"Order #{order.Number} was not paid in time and has ended.",
        OrderStatus.Refunded => $"Order #{order.Number} is refunded and closed.",
        _ => $"The delivery of order #{order.Number} cannot go there from where it is.",
    };

    private static string? Named(PlacedOrder order, string? fault) => fault is null ? null : $"Order #{order.Number} did not go out. {fault}";
}
