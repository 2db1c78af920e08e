using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Tests.Orders;

public sealed class OrderTransitionTests
{
    [Fact]
    public void An_order_goes_its_way()
    {
        OrderStatus[] way = [OrderStatus.Pending, OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered, OrderStatus.Refunded];

        Assert.All(way.Zip(way.Skip(1)), step => Assert.True(OrderTransitions.Allows(step.First, step.Second)));
    }

    [Fact]
    public void Nothing_becomes_unpaid_again_nor_leaves_a_refund()
    {
        Assert.All(Enum.GetValues<OrderStatus>(), status =>
        {
            Assert.False(OrderTransitions.Allows(status, OrderStatus.Pending));
            Assert.False(OrderTransitions.Allows(OrderStatus.Refunded, status));
            Assert.False(OrderTransitions.Allows(status, status));
        });
    }

    [Fact]
    public void Only_what_is_paid_is_shipped()
    {
        Assert.Equal([OrderStatus.Processing], Enum.GetValues<OrderStatus>().Where(from => OrderTransitions.Allows(from, OrderStatus.Shipped)));
    }

    [Fact]
    public void A_delivered_delivery_stays_delivered()
    {
        Assert.All(Enum.GetValues<DeliveryStatus>(), to => Assert.False(DeliveryTransitions.Allows(DeliveryStatus.Delivered, to)));
        Assert.True(DeliveryTransitions.Allows(DeliveryStatus.Failed, DeliveryStatus.Assigned));
    }

    [Fact]
    public void The_words_of_the_database_read_back()
    {
        Assert.All(Enum.GetValues<OrderStatus>(), status => Assert.Equal(status, OrderStatusText.Parse(status.ToText())));
        Assert.All(Enum.GetValues<DeliveryStatus>(), status => Assert.Equal(status, DeliveryStatusText.Parse(status.ToText())));
        Assert.All(Enum.GetValues<PaymentStatus>(), status => Assert.Equal(status, PaymentStatusText.Parse(status.ToText())));
        Assert.Throws<FormatException>(() => OrderStatusText.Parse("PENDING"));
    }
}
