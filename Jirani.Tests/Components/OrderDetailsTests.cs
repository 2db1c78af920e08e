using Bunit;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Components;

/// <summary>One order and its one next step.</summary>
public sealed class OrderDetailsTests : OrderTest
{
    private readonly List<Shipment> _shipments = [];
    private readonly List<string> _deeds = [];

    public OrderDetailsTests() => Services.AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));

    [Theory]
    [InlineData(OrderStatus.Pending, "Paid in cash|Cancel order")]
    [InlineData(OrderStatus.Processing, "Send out with a courier|Handed over")]
    [InlineData(OrderStatus.Shipped, "Delivered and tell Otieno|Change delivery")]
    [InlineData(OrderStatus.Delivered, "")]
    [InlineData(OrderStatus.Cancelled, "")]
    [InlineData(OrderStatus.Refunded, "")]
    public void Each_state_offers_what_may_follow_it_and_nothing_else(OrderStatus status, string buttons) =>
        Assert.Equal(buttons, string.Join('|', Draw(Story(status)).FindAll(".foot button").Select(button => button.TextContent)));

    [Fact]
    public void A_paid_order_says_that_the_money_goes_back_first_and_where()
    {
        var hint = Draw(Story(OrderStatus.Processing)).Find(".hint");

        Assert.Contains("To cancel it", hint.TextContent, StringComparison.Ordinal);
        Assert.Equal($"dashboard/payments/{Paid.Id}", hint.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("#ship-courier", "JJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJ", "Say who brings it in 80 characters.")]
    [InlineData("#ship-eta", "2026-11-12T11:59", "This time is past already. Choose a later one, or leave it empty.")]
    [InlineData("#ship-eta", "soon", "Choose a day and a time, or leave it empty.")]
    [InlineData("#ship-link", "javascript:alert(1)", "Paste the whole address, from https:// on, up to 500 characters.")]
    [InlineData("#ship-link", "courier.test/77", "Paste the whole address, from https:// on, up to 500 characters.")]
    public void What_cannot_be_said_of_a_delivery_stands_at_its_field_and_what_was_typed_stays(string field, string typed, string fault)
    {
        var pane = Draw(Story(OrderStatus.Processing));
        pane.Find(".main").Click();

        pane.Find(field).Change(typed);
        pane.Find("form").Submit();

        Assert.Equal(fault, pane.Find(".fault").TextContent);
        Assert.Equal(typed, pane.Find(field).GetAttribute("value"));
        Assert.Equal("true", pane.Find(field).GetAttribute("aria-invalid"));
        Assert.Empty(_shipments);
    }

    [Fact]
    public void The_time_of_arrival_is_the_shops_own()
    {
        var pane = Draw(Story(OrderStatus.Processing));
        pane.Find(".main").Click();
        pane.Find("#ship-courier").Change(" Juma ");
        pane.Find("#ship-eta").Change("2026-11-12T14:30");
        pane.Find("#ship-link").Change("https://courier.test/77");

        pane.Find("form").Submit();

        Assert.Equal([new Shipment("Juma", new DateTimeOffset(2026, 11, 12, 14, 30, 0, TimeSpan.FromHours(3)), "https://courier.test/77")], _shipments);
        Assert.Empty(pane.FindAll(".ship"));
    }

    [Fact]
    public void What_the_server_refuses_keeps_the_form_and_what_was_typed()
    {
        var pane = Draw(Story(OrderStatus.Processing), fault: "Order #1041 did not go out.");
        pane.Find(".main").Click();
        pane.Find("#ship-courier").Change("Juma");

        pane.Find("form").Submit();

        Assert.Equal("Juma", pane.Find("#ship-courier").GetAttribute("value"));
        Assert.Contains("did not go out", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_moved_meanwhile_closes_the_form_for_what_it_was()
    {
        var pane = Draw(Story(OrderStatus.Processing));
        pane.Find(".main").Click();

        pane.Render(parameters => parameters.Add(view => view.Story, Story(OrderStatus.Refunded)));

        Assert.Empty(pane.FindAll(".ship, .foot button"));
    }

    [Fact]
    public void To_cancel_is_asked_once_more()
    {
        var pane = Draw(Story(OrderStatus.Pending));

        pane.FindAll(".foot button")[1].Click();
        Assert.Empty(_deeds);
        pane.Find(".sure").Click();

        Assert.Equal(["cancel"], _deeds);
    }

    [Fact]
    public void Who_cannot_be_told_is_named_and_no_button_promises_it()
    {
        var pane = Draw(Story(OrderStatus.Shipped, windowUntil: Noon.AddHours(-1)));

        Assert.Contains("Otieno will not be told. More than 24 hours", pane.Find(".silence").TextContent, StringComparison.Ordinal);
        Assert.Equal("Delivered", pane.Find(".main").TextContent);
    }

    [Fact]
    public void Whoever_may_only_see_reads_why_there_is_no_button()
    {
        var pane = Draw(Story(OrderStatus.Processing, OrderRights.See));

        Assert.Contains("Only the owner and managers", pane.Find(".foot").TextContent, StringComparison.Ordinal);
        Assert.Empty(pane.FindAll(".foot button"));
    }

    [Fact]
    public void What_happened_says_who_did_it_the_latest_first()
    {
        var steps = OrderTimeline.Of(
            Story(
                OrderStatus.Shipped, OrderRights.Act, null,
                new OrderOccurrence(1, "placed", "customer", false, null, null, Noon.AddMinutes(-10)),
                new OrderOccurrence(2, "paid", "system", false, null, null, Noon.AddMinutes(-8)),
                new OrderOccurrence(3, "shipped", "owner", true, "owner", "Juma", Noon.AddMinutes(-2)),
                new OrderOccurrence(4, "delivery_changed", "owner", false, "manager", "Wanjiru", Noon.AddMinutes(-1))),
            "KE");

        Assert.Equal(
            ["Delivery changed|A manager · Wanjiru", "Sent out with Juma|You", "Paid|", "Prompt sent to 0733 905 117|M-PESA", "Order placed|Otieno, in the chat"],
            steps.Select(step => $"{step.Title}|{step.Detail}"));
    }

    private IRenderedComponent<OrderDetails> Draw(OrderStory story, string? fault = null) => Render<OrderDetails>(parameters => parameters
        .Add(view => view.Story, story)
        .Add(view => view.Country, "KE")
        .Add(view => view.Time, Time)
        .Add(view => view.Fault, fault)
        .Add(view => view.ShipAsked, _shipments.Add)
        .Add(view => view.CancelAsked, () => _deeds.Add("cancel")));
}
