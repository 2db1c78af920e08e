namespace Jirani.Domain.Orders;

public enum OrderStatus
{
    Pending,
    Processing,
    Shipped,
    Delivered,
    Cancelled,
    Expired,
    Refunded,
}
