using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

/// <summary>What a customer is told about an order without having asked.</summary>
public static class OrderNotice
{
    /// <summary>To be sent when the order has moved to another status.</summary>
    public static Reply Moved(Storefront store, PlacedOrder order) => Notice(order.Status switch
    {
        OrderStatus.Processing => $"Thank you. {OrderTexts.State(order)}\nFollow it:\n{store.Track(order.Id)}",
        OrderStatus.Shipped => OrderTexts.Delivery(store, order),
        _ => OrderTexts.Status(store, order),
    });

    /// <summary>To be sent when courier, time or status of the delivery have changed.</summary>
    public static Reply DeliveryMoved(Storefront store, PlacedOrder order) => Notice(OrderTexts.Delivery(store, order));

    /// <summary>Only for a final "failed" of the provider: while a payment is unknown nobody may say that no money was taken.</summary>
    public static Reply PaymentFailed(Storefront store, PlacedOrder order) => Notice(
        $"Order #{order.Number} is not paid: the payment failed. No money was taken.\nTry again:\n{store.Pay(order.Id)}");

    private static Reply Notice(string text) => new(text, ReplyPurpose.Order);
}
