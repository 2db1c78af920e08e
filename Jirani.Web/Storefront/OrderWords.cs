using System.Globalization;
using Jirani.Domain;
using Jirani.Domain.Orders;

namespace Jirani.Web.Storefront;

/// <summary>What the public pages say. Short, about the order and the money, nothing promised that is not so.</summary>
internal static class OrderWords
{
    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Pending => "Not paid yet",
        OrderStatus.Processing => "Paid, being packed",
        OrderStatus.Shipped => "On the way",
        OrderStatus.Delivered => "Delivered",
        OrderStatus.Cancelled => "Cancelled",
        OrderStatus.Expired => "Run out. Nothing is kept any more",
        OrderStatus.Refunded => "Money returned",
        _ => status.ToText(),
    };

    public static string Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Pending => "Not sent yet",
        DeliveryStatus.Assigned => "A rider has it",
        DeliveryStatus.OnTheWay => "On the way",
        DeliveryStatus.Delivered => "Delivered",
        DeliveryStatus.Failed => "Could not be delivered",
        _ => status.ToText(),
    };

    /// <summary>The figure alone; the currency stands at the total.</summary>
    public static string Figure(decimal amount) =>
        amount.ToString(decimal.IsInteger(amount) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);

    public static string Figure(Money money) => Figure(money.Amount);

    public static string Quantity(decimal quantity) => quantity.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Day and time in the shop's own time.</summary>
    public static string At(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
}
