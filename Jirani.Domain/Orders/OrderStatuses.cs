namespace Jirani.Domain.Orders;

public static class OrderStatuses
{
    /// <summary>The customer's money came and stayed.</summary>
    public static bool IsPaid(this OrderStatus status) => status is OrderStatus.Processing or OrderStatus.Shipped or OrderStatus.Delivered;

    /// <summary>Somebody may still pay for it.</summary>
    public static bool AwaitsPayment(this OrderStatus status) => status is OrderStatus.Pending;

    public static bool CanShip(this OrderStatus status) => OrderTransitions.Allows(status, OrderStatus.Shipped);

    public static bool CanDeliver(this OrderStatus status) => OrderTransitions.Allows(status, OrderStatus.Delivered);

    public static bool CanCancel(this OrderStatus status) => OrderTransitions.Allows(status, OrderStatus.Cancelled);

    public static bool IsOnTheWay(this OrderStatus status) => status is OrderStatus.Shipped;
}
