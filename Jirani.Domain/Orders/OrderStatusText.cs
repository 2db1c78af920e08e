using System.Diagnostics;

namespace Jirani.Domain.Orders;

/// <summary>The words that stand in the database.</summary>
public static class OrderStatusText
{
    public static string ToText(this OrderStatus status) => status switch
    {
        OrderStatus.Pending => "pending",
        OrderStatus.Processing => "processing",
        OrderStatus.Shipped => "shipped",
        OrderStatus.Delivered => "delivered",
        OrderStatus.Cancelled => "cancelled",
        OrderStatus.Expired => "expired",
        OrderStatus.Refunded => "refunded",
        _ => throw new UnreachableException(),
    };

    public static OrderStatus Parse(string text) => text switch
    {
        "pending" => OrderStatus.Pending,
        "processing" => OrderStatus.Processing,
        "shipped" => OrderStatus.Shipped,
        "delivered" => OrderStatus.Delivered,
        "cancelled" => OrderStatus.Cancelled,
        "expired" => OrderStatus.Expired,
        "refunded" => OrderStatus.Refunded,
        _ => throw new FormatException("Not the status of an order."),
    };
}
