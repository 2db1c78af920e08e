namespace Jirani.Domain.Orders;

/// <summary>When an order that nobody pays gives its stock back.</summary>
public static class OrderExpiry
{
    /// <param name="hasLivePayment">A payment attempt still waits for its answer: the money may be on its way.</param>
    public static bool IsDue(PlacedOrder order, bool hasLivePayment, DateTimeOffset now) =>
        OrderTransitions.Allows(order.Status, OrderStatus.Expired) && !hasLivePayment && order.ExpiresAt <= now;
}
