namespace Jirani.Domain.Orders;

/// <summary>Where an order may go from where it is. To stay is not a transition.</summary>
public static class OrderTransitions
{
    /// <remarks>
    /// Only a captured payment leads to <see cref="OrderStatus.Processing"/>; a late one may reopen an order that had run out. What is
    /// paid is never cancelled, only refunded; it may be handed over at the counter without having been on the way.
    /// </remarks>
    public static bool Allows(OrderStatus from, OrderStatus to) => (from, to) switch
    {
        (OrderStatus.Pending, OrderStatus.Processing or OrderStatus.Cancelled or OrderStatus.Expired) => true,
        (OrderStatus.Processing, OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Refunded) => true,
        (OrderStatus.Shipped, OrderStatus.Delivered or OrderStatus.Refunded) => true,
        (OrderStatus.Delivered, OrderStatus.Refunded) => true,
        (OrderStatus.Expired or OrderStatus.Cancelled, OrderStatus.Processing or OrderStatus.Refunded) => true,
        _ => false,
    };
}
