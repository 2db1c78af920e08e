using Jirani.Domain.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

/// <summary>Whether an order may go out, be handed over or be cancelled: Domain alone.</summary>
public sealed class FulfilmentRuleTests
{
    private static readonly Shipment _nothing = new(null, null, null);

    [Theory]
    [InlineData(OrderStatus.Pending, "not paid yet")]
    [InlineData(OrderStatus.Processing, null)]
    [InlineData(OrderStatus.Shipped, "on the way already")]
    [InlineData(OrderStatus.Delivered, "delivered already")]
    [InlineData(OrderStatus.Cancelled, "cancelled already")]
    [InlineData(OrderStatus.Expired, "not paid in time")]
    [InlineData(OrderStatus.Refunded, "refunded and closed")]
    public void Only_what_is_paid_and_not_gone_is_sent_out(OrderStatus status, string? fault) =>
        Expect(fault, Fulfilment.ShipFault(Given.Order(status: status), _nothing, Given.Noon));

    [Theory]
    [InlineData(OrderStatus.Pending, "not paid yet")]
    [InlineData(OrderStatus.Processing, null)]
    [InlineData(OrderStatus.Shipped, null)]
    [InlineData(OrderStatus.Delivered, "delivered already")]
    [InlineData(OrderStatus.Refunded, "refunded and closed")]
    public void What_is_paid_is_handed_over_at_the_counter_or_at_the_door(OrderStatus status, string? fault) =>
        Expect(fault, Fulfilment.DeliverFault(Given.Order(status: status)));

    [Theory]
    [InlineData(OrderStatus.Pending, false, false, null)]
    [InlineData(OrderStatus.Pending, false, true, "under way")]
    [InlineData(OrderStatus.Pending, true, false, "waits for a decision")]
    [InlineData(OrderStatus.Processing, true, false, "Give the money back first")]
    [InlineData(OrderStatus.Shipped, true, false, "Give the money back first")]
    [InlineData(OrderStatus.Cancelled, false, false, "cancelled already")]
    [InlineData(OrderStatus.Expired, false, false, "has ended")]
    public void Nothing_is_cancelled_while_money_came_or_may_come(OrderStatus status, bool hasMoney, bool hasOpenPayment, string? fault) =>
        Expect(fault, Fulfilment.CancelFault(Given.Order(status: status), hasMoney, hasOpenPayment));

    [Fact]
    public void A_paid_order_has_no_way_to_cancelled() =>
        Assert.DoesNotContain(Enum.GetValues<OrderStatus>(), status => status.IsPaid() && OrderTransitions.Allows(status, OrderStatus.Cancelled));

    [Fact]
    public void A_delivery_that_ended_is_not_begun_again()
    {
        var order = Given.Order(status: OrderStatus.Processing, delivery: DeliveryStatus.Delivered);

        Assert.NotNull(Fulfilment.ShipFault(order, _nothing, Given.Noon));
        Assert.Null(Fulfilment.ShipFault(order with { DeliveryStatus = DeliveryStatus.Failed }, _nothing, Given.Noon));
    }

    [Theory]
    [InlineData(80, 0, "https://courier.test/77", null)]
    [InlineData(81, 0, null, "80 characters")]
    [InlineData(4, -1, null, "past already")]
    [InlineData(4, 60, "javascript:alert(1)", "web address")]
    [InlineData(4, 60, "courier.test/77", "web address")]
    [InlineData(4, 60, "ftp://courier.test/77", "web address")]
    [InlineData(4, 60, "HTTPS://courier.test/77", "web address")]
    public void Courier_time_and_link_are_what_can_be_told(int letters, int minutes, string? link, string? fault)
    {
        var shipment = new Shipment(new string('J', letters), Given.Noon.AddMinutes(minutes), link);

        Expect(fault, Fulfilment.ShipFault(Given.Order(status: OrderStatus.Processing), shipment, Given.Noon));
    }

    [Fact]
    public void Only_what_is_on_the_way_gets_another_courier()
    {
        Assert.Null(Fulfilment.ChangeFault(Given.Order(status: OrderStatus.Shipped), _nothing, Given.Noon));
        Assert.All(
            Enum.GetValues<OrderStatus>().Where(status => !status.IsOnTheWay()),
            status => Assert.Contains("#1043", Fulfilment.ChangeFault(Given.Order(status: status), _nothing, Given.Noon), StringComparison.Ordinal));
    }

    private static void Expect(string? part, string? fault)
    {
        if (part is null)
        {
            Assert.Null(fault);
        }
        else
        {
            Assert.Contains(part, fault, StringComparison.Ordinal);
            Assert.Contains("#1043", fault, StringComparison.Ordinal);
        }
    }
}
