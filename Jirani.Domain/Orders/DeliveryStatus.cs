namespace Jirani.Domain.Orders;

public enum DeliveryStatus
{
    Pending,
    Assigned,
    OnTheWay,
    Delivered,
    Failed,
}
