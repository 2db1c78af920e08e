using Jirani.Domain.Orders;

namespace Jirani.Domain.Payments;

/// <summary>Whether an order can be paid at all.</summary>
public static class Payability
{
    private const int MostPrompts = 10;
    private static readonly TimeSpan _limitTime = TimeSpan.FromHours(1);

    /// <returns>Why mobile money cannot pay it, and what to do; null where it can.</returns>
    public static string? Fault(PlacedOrder order) => StatusFault(order) ?? AmountFault(order);

    /// <returns>Why cash cannot pay it; null where it can.</returns>
    public static string? CashFault(PlacedOrder order) => StatusFault(order) ?? FreeFault(order);

    /// <summary>Whoever holds the link can send prompts to any phone, so one order sends only so many.</summary>
    /// <param name="order">The order.</param>
    /// <param name="begun">When its attempts so far were begun.</param>
    /// <param name="now">Our own time.</param>
    public static string? LimitFault(PlacedOrder order, IEnumerable<DateTimeOffset> begun, DateTimeOffset now) =>
        begun.Count(at => now - at < _limitTime) < MostPrompts
            ? null
            : $"{MostPrompts} prompts were sent for order #{order.Number} within the hour. Wait a while, or ask the shop in the chat.";

    private static string? StatusFault(PlacedOrder order) => order.Status switch
    {
        OrderStatus.Pending => null,
        OrderStatus.Cancelled => $"Order #{order.Number} is cancelled. Nothing is to be paid.",
        OrderStatus.Expired => $"Order #{order.Number} was not paid in time and has ended. Order again in the chat.",
        OrderStatus.Refunded => $"Order #{order.Number} is refunded. Nothing is to be paid.",
        _ => $"Order #{order.Number} is paid already.",
    };

    private static string? FreeFault(PlacedOrder order) => order.Total.Amount == 0 ? $"Order #{order.Number} costs nothing." : null;

    private static string? AmountFault(PlacedOrder order) => FreeFault(order) ?? order.Total switch
    {
        { Amount: var amount } when !decimal.IsInteger(amount) =>
            $"Mobile money takes whole amounts only, and order #{order.Number} costs {order.Total}. Ask the shop in the chat how to pay.",
        { Amount: var amount, Currency: var currency } when amount < Least(currency) =>
            $"Mobile money begins at {new Money(Least(currency), currency)}, and order #{order.Number} costs {order.Total}. Ask the shop in the chat how to pay.",
        _ => null,
    };

    // Below it a prompt never arrives (Flutterwave/AndroidSDK issue 99 for UGX; the others are careful guesses of the same size).
    private static decimal Least(Currency currency) => currency.Code switch
    {
        "UGX" or "TZS" => 500,
        "RWF" => 100,
        "KES" => 10,
        _ => 1,
    };
}
