using Bunit;
using Jirani.Domain.Orders;
using Jirani.Domain.Stores;
using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Catalogue;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Customers;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Inbox;
using Jirani.Web.Components.Settings;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

/// <summary>What stands beside a conversation, empty and full.</summary>
public sealed class DetailsTabsTests : ScreenTest
{
    private static readonly ShopTime _time = new(Noon, TimeZoneInfo.Utc);
    private static readonly ProductRow _sugar = new(Support.Given.Id("sugar"), "SUGAR-1KG", "Sugar 1 kg", 180, 10);

    [Fact]
    public void An_empty_cart_says_what_adding_does_and_a_full_one_adds_up()
    {
        Assert.Contains("the customer is told", Cart(Details()).Markup, StringComparison.Ordinal);

        var full = Cart(Details() with { Cart = [new CartLineRow(_sugar.Id, "SUGAR-1KG", "Sugar 1 kg", 2, 180), new CartLineRow(Guid.NewGuid(), "MILK", "Milk", 1, 65)] });

        Assert.Equal("KES425", full.Find(".total .amount").TextContent);
    }

    [Fact]
    public void A_product_is_added_and_taken_out_by_its_id_and_none_is_added_where_none_was_chosen()
    {
        List<(Guid, decimal)> added = [];
        List<Guid> removed = [];
        var cart = Cart(Details() with { Cart = [new CartLineRow(_sugar.Id, "SUGAR-1KG", "Sugar 1 kg", 2, 180)] }, added, removed);

        cart.Find("form").Submit();
        Assert.Contains("Choose a product", cart.Find(".fault").TextContent, StringComparison.Ordinal);
        cart.Find("select").Change(_sugar.Id.ToString());
        cart.Find("input").Change("3");
        cart.Find("form").Submit();
        cart.Find(".row button").Click();

        Assert.Equal([(_sugar.Id, 3m)], added);
        Assert.Equal([_sugar.Id], removed);
    }

    [Fact]
    public void What_is_sold_out_cannot_be_chosen() =>
        Assert.True(Cart(Details(), products: [_sugar with { Stock = 0 }]).FindAll("option")[1].HasAttribute("disabled"));

    [Fact]
    public void Consent_is_told_with_its_evidence()
    {
        var tab = Customer(Details() with { Consent = [new ConsentStep(false, "keyword", Noon), new ConsentStep(true, "first_message", Noon.AddDays(-3))] });

        Assert.Contains("Opted out", tab.Find(".consent").TextContent, StringComparison.Ordinal);
        Assert.Equal(["12 November 2026 sent STOP", "9 November 2026 wrote to the shop first"], tab.FindAll("li").Select(step => step.TextContent.Trim()));
        Assert.Contains("No consent", Customer(Details()).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_spent_counts_its_orders()
    {
        Assert.Contains("Nothing yet", Customer(Details()).Markup, StringComparison.Ordinal);
        Assert.Contains("KES 1,250 in 1 order", Customer(Details() with { Spent = 1250, PaidOrders = 1 }).Markup, StringComparison.Ordinal);
        Assert.Contains("KES 4,310 in 5 orders", Customer(Details() with { Spent = 4310, PaidOrders = 5 }).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_was_not_kept_stays_in_its_field_and_only_ones_own_can_be_deleted()
    {
        var tab = Render<NotesTab>(parameters => parameters
            .Add(view => view.Details, Details() with { Notes = [new NoteRow(Guid.NewGuid(), "Mine", Noon, true), new NoteRow(Guid.NewGuid(), "Theirs", Noon, false)] })
            .Add(view => view.Time, _time)
            .Add(view => view.AddAsked, text => Task.FromResult(text == "kept" ? null : "No.")));

        Assert.Single(tab.FindAll("button.back"));
        tab.Find("textarea").Change("refused");
        tab.Find("form").Submit();
        Assert.Equal("refused", tab.Find("textarea").GetAttribute("value"));
        tab.Find("textarea").Change("kept");
        tab.Find("form").Submit();
        Assert.Equal("", tab.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Orders_say_in_words_where_they_stand()
    {
        var tab = Render<OrdersTab>(parameters => parameters
            .Add(view => view.Details, Details() with { OrderCount = 3, Orders = [.. new[] { OrderStatus.Pending, OrderStatus.Shipped }.Select(status => new CustomerOrder(Guid.NewGuid(), "1042", status, 570, Noon))] })
            .Add(view => view.Currency, "KES")
            .Add(view => view.Time, _time));

        Assert.Equal(["Unpaid", "On the way"], tab.FindAll(".status").Select(chip => chip.TextContent));
        Assert.Contains("1 older", tab.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Cash_is_asked_twice_for_an_unpaid_order_and_whoever_may_not_take_it_reads_why()
    {
        List<Guid> paid = [];
        var unpaid = new CustomerOrder(Guid.NewGuid(), "1042", OrderStatus.Pending, 570, Noon);
        var details = Details() with { OrderCount = 2, Orders = [unpaid, new CustomerOrder(Guid.NewGuid(), "1041", OrderStatus.Processing, 835, Noon)], MayTakeCash = true };
        var tab = Render<OrdersTab>(parameters => parameters
            .Add(view => view.Details, details).Add(view => view.Currency, "KES").Add(view => view.Time, _time).Add(view => view.CashAsked, paid.Add));

        Assert.Single(tab.FindAll("button")).Click();
        Assert.Empty(paid);
        tab.Find(".sure").Click();
        Assert.Equal([unpaid.Id], paid);
        tab.Render(parameters => parameters.Add(view => view.Details, details with { MayTakeCash = false }));
        Assert.Empty(tab.FindAll("button"));
        Assert.Contains("Only the owner", tab.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.Pending, "Unpaid")]
    [InlineData(OrderStatus.Processing, "To pack")]
    [InlineData(OrderStatus.Delivered, "Delivered")]
    [InlineData(OrderStatus.Cancelled, "Cancelled")]
    [InlineData(OrderStatus.Expired, "Expired")]
    [InlineData(OrderStatus.Refunded, "Refunded")]
    public void Every_state_of_an_order_is_an_icon_and_a_word(OrderStatus status, string word)
    {
        var chip = Render<OrderStatusChip>(parameters => parameters.Add(view => view.Status, status)).Find(".status");

        Assert.Equal(word, chip.TextContent);
        Assert.NotNull(chip.QuerySelector("svg"));
    }

    [Fact]
    public void Only_whoever_may_change_the_team_sees_how_and_removing_is_asked_twice()
    {
        List<Guid> removed = [];
        var agent = new TeamMember(Guid.NewGuid(), "wambui@jirani.test", StoreRole.Agent, Noon, false);
        var team = new TeamView(true, [new TeamMember(Guid.NewGuid(), "njeri@jirani.test", StoreRole.Owner, Noon, true), agent], []);
        var list = Render<TeamList>(parameters => parameters.Add(view => view.Team, team).Add(view => view.Time, _time).Add(view => view.RemoveAsked, removed.Add));

        list.Find("button").Click();
        Assert.Empty(removed);
        list.Find("button.sure").Click();
        Assert.Equal([agent.UserId], removed);
        Assert.Empty(Render<TeamList>(parameters => parameters.Add(view => view.Team, team with { MayWrite = false }).Add(view => view.Time, _time)).FindAll("button"));
    }

    private IRenderedComponent<CartTab> Cart(
        CustomerDetails details, List<(Guid, decimal)>? added = null, List<Guid>? removed = null, IReadOnlyList<ProductRow>? products = null) =>
        Render<CartTab>(parameters => parameters
            .Add(view => view.Details, details)
            .Add(view => view.Currency, "KES")
            .Add(view => view.Products, products ?? [_sugar])
            .Add(view => view.AddAsked, line => added?.Add(line))
            .Add(view => view.RemoveAsked, id => removed?.Add(id)));

    private IRenderedComponent<CustomerTab> Customer(CustomerDetails details) => Render<CustomerTab>(parameters => parameters
        .Add(view => view.Details, details)
        .Add(view => view.Currency, "KES")
        .Add(view => view.Time, _time));

    private static CustomerDetails Details() => new()
    {
        Id = Support.Given.Id("otieno"),
        StoreId = Support.Cast.MamaNjeri.Id,
        Name = new CustomerName("Otieno Ouma", null, Support.Cast.Otieno),
        Language = null,
        Since = Noon.AddDays(-30),
        Consent = [],
        Cart = [],
        Orders = [],
        OrderCount = 0,
        Spent = 0,
        PaidOrders = 0,
        Notes = [],
    };
}
