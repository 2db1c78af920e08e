using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

public sealed class OrderQuestionTests
{
    [Fact]
    public void STATUS_of_an_unpaid_order_shows_how_to_pay()
    {
        Assert.Equal(
            $"Order #1043 waits for payment: KES 430.\nPay:\n{Given.Store().Pay(Given.Id("1043"))}",
            Ask("STATUS", Given.Order()));
    }

    [Theory]
    [InlineData(OrderStatus.Processing, "Order #1043 is paid and being packed: KES 430.\nTRACK 1043 follows the delivery.")]
    [InlineData(OrderStatus.Shipped, "Order #1043 is on the way.\nTRACK 1043 follows the delivery.")]
    [InlineData(OrderStatus.Delivered, "Order #1043 is delivered.")]
    [InlineData(OrderStatus.Cancelled, "Order #1043 is cancelled.")]
    [InlineData(OrderStatus.Expired, "Order #1043 was not paid in time and has ended.")]
    [InlineData(OrderStatus.Refunded, "Order #1043 is refunded: KES 430.")]
    public void STATUS_says_where_the_last_order_is(OrderStatus status, string answer)
    {
        Assert.Equal(answer, Ask("status", Given.Order(status: status)));
    }

    [Fact]
    public void STATUS_without_an_order_says_so()
    {
        Assert.StartsWith("You have no order yet.", new Chat().Ask("STATUS"), StringComparison.Ordinal);
    }

    [Fact]
    public void TRACK_tells_delivery_courier_time_and_link()
    {
        var order = Given.Order(status: OrderStatus.Shipped, delivery: DeliveryStatus.OnTheWay) with
        {
            Courier = "Juma",
            Eta = new DateTimeOffset(2026, 11, 24, 13, 30, 0, TimeSpan.Zero),
            TrackingUrl = "https://courier.test/77",
        };

        Assert.Equal(
            $"""
            Order #1043 is on the way.
            Delivery: on the way
            Courier: Juma
            Expected: Tue 24 Nov, 16:30
            https://courier.test/77
            {Given.Store().Track(Given.Id("1043"))}
            """,
            Ask("TRACK #1043", order));
    }

    [Fact]
    public void TRACK_finds_an_older_order_by_number_or_id()
    {
        var older = Given.Order("977", status: OrderStatus.Delivered);
        var id = older.Id.ToString().ToUpperInvariant();
        var tracked = new Dictionary<string, PlacedOrder> { ["977"] = older, [id] = older };
        var chat = new Chat(Given.Shelf(), Chat.Otieno(latest: Given.Order(), tracked: tracked));

        Assert.StartsWith("Order #977 is delivered.", chat.Ask("TRACK 977"), StringComparison.Ordinal);
        Assert.StartsWith("Order #977 is delivered.", chat.Ask($"TRACK {older.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void TRACK_finds_an_order_placed_a_message_before()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG");
        chat.Write("CHECKOUT");

        Assert.StartsWith("Order #1050 waits for payment", chat.Ask($"TRACK {Given.Id("1050")}"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_of_somebody_else_is_no_order()
    {
        Assert.Equal("You have no order 977 here. STATUS shows your last one.", Ask("TRACK 977", Given.Order()));
    }

    [Fact]
    public void Notices_have_a_purpose_of_their_own()
    {
        var notice = OrderNotice.Moved(Given.Store(), Given.Order(status: OrderStatus.Processing));

        Assert.Equal(ReplyPurpose.Order, notice.Purpose);
        Assert.StartsWith("Thank you. Order #1043 is paid", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_has_its_notice()
    {
        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            Assert.Contains("#1043", OrderNotice.Moved(Given.Store(), Given.Order(status: status)).Text, StringComparison.Ordinal);
        }
    }

    private static string? Ask(string text, PlacedOrder latest) => new Chat(Given.Shelf(), Chat.Otieno(latest: latest)).Ask(text);
}
