using Bunit;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Orders;

namespace Jirani.Tests.Components;

/// <summary>The list of orders: what each line says, and what stands there where there is none.</summary>
public sealed class OrderListTests : OrderTest
{
    private static readonly OrderView _toPack = OrderView.Everything.Of(OrderScope.ToPack);

    [Fact]
    public void While_nothing_is_read_yet_a_skeleton_stands_in_its_place() => Assert.NotEmpty(Draw(null, OrderView.Everything).FindAll(".mud-skeleton"));

    [Fact]
    public void Where_there_is_none_the_next_step_is_named()
    {
        Assert.Contains("appears here at once", Draw([], OrderView.Everything).Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing waits to be packed", Draw([], _toPack).Markup, StringComparison.Ordinal);
        Assert.Contains("“nobody” among “To pack”", Draw([], _toPack.LookingFor("nobody")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_tells_number_customer_items_total_payment_state_and_time_and_is_the_link()
    {
        var line = Draw([Order(OrderStatus.Processing, Paid)], OrderView.Parse("to-pack", "04 1", 7)).Find("a.line");

        Assert.Equal($"dashboard/orders/{Order(OrderStatus.Processing).Id}?show=to-pack&q=04%201&days=7", line.GetAttribute("href"));
        Assert.Equal("page", line.GetAttribute("aria-current"));
        foreach (var words in new[] { "#1041", "Otieno Ouma", "2 × Maize flour 2 kg, 3 more", "KES835", "M-PESA", "To pack", "10m" })
        {
            Assert.Contains(words, line.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_what_is_to_be_packed_can_be_chosen_and_only_by_whoever_may_move_it()
    {
        var rows = new[] { Order(OrderStatus.Processing, Paid) };

        Assert.Single(Draw(rows, _toPack).FindAll("input[type=checkbox]"));
        Assert.Empty(Draw(rows, OrderView.Everything).FindAll("input"));
        Assert.Empty(Draw(rows, _toPack, OrderRights.See).FindAll("input"));
    }

    [Fact]
    public void Each_tab_is_counted_and_a_great_many_is_said_so()
    {
        var tabs = Render<OrderTabs>(parameters => parameters.Add(view => view.View, _toPack).Add(view => view.Counts, new OrderCounts(4, 7, 3, 1000, 0, 1000)));

        Assert.Equal(["All999+", "Unpaid4", "To pack7", "On the way3", "Delivered999+", "Closed0"], tabs.FindAll(".tab").Select(tab => tab.TextContent.Trim()));
        Assert.Equal("To pack7", tabs.Find(".tab[aria-current]").TextContent.Trim());
    }

    [Theory]
    [InlineData("to-pack", 7, OrderScope.ToPack, true)]
    [InlineData("nonsense", 8, OrderScope.Any, false)]
    [InlineData(null, null, OrderScope.Any, false)]
    public void Whatever_an_address_says_is_a_view(string? show, int? days, OrderScope scope, bool hasDays)
    {
        var view = OrderView.Parse(show, "  ", days);

        Assert.Equal((scope, hasDays), (view.Scope, view.Days is not null));
    }

    [Fact]
    public void Today_begins_at_midnight_in_the_shop() => Assert.Equal(
        new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.FromHours(3)), OrderView.Everything.Within(1).Filter(Noon, Time.Zone).Since);

    [Fact]
    public void Those_that_did_not_move_are_named_and_their_form_stays()
    {
        var bar = Render<ChosenBar>(parameters => parameters
            .Add(view => view.Count, 2).Add(view => view.PackingAddress, OrderView.PackingAddress("mama-njeri", [Order(OrderStatus.Processing).Id]))
            .Add(view => view.Time, Time).Add(view => view.Told, "1 order is on the way.").Add(view => view.Faults, ["Order #1042 is not paid yet."]));

        Assert.Equal("2 chosen", bar.Find("b").TextContent);
        Assert.Contains("#1042", bar.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"&order={Order(OrderStatus.Processing).Id}", bar.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        bar.Find(".main").Click();
        Assert.Equal("Send 2 orders out", bar.Find(".ship .main").TextContent);
    }

    private IRenderedComponent<OrderTable> Draw(IReadOnlyList<OrderRow>? rows, OrderView view, OrderRights rights = OrderRights.Act) => Render<OrderTable>(parameters => parameters
        .Add(table => table.List, rows is null ? null : new OrderList(rows, false, OrderCounts.None, rights))
        .Add(table => table.View, view)
        .Add(table => table.Country, "KE")
        .Add(table => table.OpenId, Order(OrderStatus.Processing).Id)
        .Add(table => table.Time, Time));
}
