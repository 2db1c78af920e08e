using System.Diagnostics;

namespace Jirani.Domain.Orders;

/// <summary>The words that stand in the database.</summary>
public static class DeliveryStatusText
{
    public static string ToText(this DeliveryStatus status) => status switch
    {
        DeliveryStatus.Pending => "pending",
        DeliveryStatus.Assigned => "assigned",
        DeliveryStatus.OnTheWay => "on_the_way",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Failed => "failed",
        _ => throw new UnreachableException(),
    };

    public static DeliveryStatus Parse(string text) => text switch
    {
        "pending" => DeliveryStatus.Pending,
        "assigned" => DeliveryStatus.Assigned,
        "on_the_way" => DeliveryStatus.OnTheWay,
        "delivered" => DeliveryStatus.Delivered,
        "failed" => DeliveryStatus.Failed,
        _ => throw new FormatException("Not the status of a delivery."),
    };
}
