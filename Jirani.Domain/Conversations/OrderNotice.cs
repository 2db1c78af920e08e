using System.Diagnostics;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

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
    /// <param name="store">Whose order.</param>
    /// <param name="order">Which was to be paid.</param>
    /// <param name="reason">One of <see cref="FailureReason"/>.</param>
    public static Reply PaymentFailed(Storefront store, PlacedOrder order, string reason) => Notice(
        $"Order #{order.Number} is not paid: {FailureReason.Words(reason)}. No money was taken.\nWrite PAY to try again, or pay here:\n{store.Pay(order.Id)}");

    /// <summary>The prompt could not be sent. Nothing was charged.</summary>
    public static Reply PromptRefused(Storefront store, PlacedOrder order, string sentence) => Notice(
        $"Order #{order.Number} is not paid. {sentence}\n{store.Pay(order.Id)}");

    /// <summary>The provider wants the payer to open its own page.</summary>
    public static Reply PaymentContinues(PlacedOrder order, Uri page) => Notice(
        $"Go on here to pay {order.Total} for order #{order.Number}:\n{page}");

    /// <summary>Money came that does not simply pay the order.</summary>
    /// <param name="order">For which it came.</param>
    /// <param name="reason">Why a person decides.</param>
    /// <param name="received">What came; null where the provider did not say.</param>
    public static Reply PaymentInReview(PlacedOrder order, ReviewReason reason, Money? received) => Notice(
        $"{received?.ToString() ?? "A payment"} for order #{order.Number} has arrived, but {Why(order, reason)}. It is kept safe, and the shop looks at it and writes to you.");

    public static Reply Refunded(PlacedOrder order, Money amount) => Notice(
        $"{amount} for order #{order.Number} is on its way back to the phone that paid. It can take some days to show.");

    private static string Why(PlacedOrder order, ReviewReason reason) => reason switch
    {
        ReviewReason.PaidTwice => "the order was paid before",
        ReviewReason.OrderClosed => "the order had ended",
        ReviewReason.WrongAmount or ReviewReason.WrongCurrency => $"the order costs {order.Total}",
        ReviewReason.WrongReference => "it does not name this order",
        _ => throw new UnreachableException(),
    };

    private static Reply Notice(string text) => new(text, ReplyPurpose.Order);
}
