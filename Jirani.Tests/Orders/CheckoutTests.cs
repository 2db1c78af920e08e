using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

public sealed class CheckoutTests
{
    [Fact]
    public void Answers_number_total_and_both_links_on_lines_of_their_own()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG 2");

        var lines = chat.Ask("CHECKOUT")!.Split('\n');

        Assert.Equal(
            [
                "Order #1050",
                "Total: KES 360",
                "See it:",
                chat.Store.Checkout(Given.OtienosSession, Given.Id("1050")),
                "Pay by Wed 25 Nov, 15:00:",
                chat.Store.Pay(Given.Id("1050")),
                "Or write PAY.",
            ],
            lines);
    }

    [Fact]
    public void Freezes_lines_and_prices_and_closes_the_cart()
    {
        var chat = new Chat(Given.Sugar(), Given.Milk());
        chat.Write("ADD SUGAR-1KG 2");
        chat.Write("ADD MILK-500ML");

        var order = Placed(chat.Write("CHECKOUT"));

        Assert.Equal((Given.Id("1050"), "1050", 425m), (order.Id, order.Number, order.Total.Amount));
        Assert.Equal(Given.Noon.AddHours(24), order.ExpiresAt);
        Assert.Equal([("SUGAR-1KG", 2m, 180m, 360m), ("MILK-500ML", 1m, 65m, 65m)], order.Lines.Select(line => (line.Sku, line.Quantity, line.UnitPrice, line.LineTotal)));
        Assert.True(chat.Shopper.Cart.IsEmpty);
    }

    [Fact]
    public void Again_without_a_new_cart_is_the_same_order_with_the_same_links()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG 2");
        var first = chat.Ask("CHECKOUT");

        var again = chat.Write("checkout");

        Assert.Equal(first, again.Reply!.Text);
        Assert.Empty(again.Effects);
        Assert.Single(chat.Shopper.Tickets);
    }

    [Fact]
    public void ADD_after_it_opens_a_new_cart_and_the_order_stays()
    {
        var chat = new Chat(Given.Sugar(), Given.Milk());
        chat.Write("ADD SUGAR-1KG 2");
        chat.Write("CHECKOUT");

        Assert.Equal("1 × Milk 500 ml: KES 65\nCart total: KES 65", chat.Ask("ADD MILK-500ML"));
        Assert.Equal("1051", Placed(chat.Write("CHECKOUT")).Number);
    }

    [Fact]
    public void With_nothing_ever_chosen_it_says_how_to_add()
    {
        Assert.StartsWith("Your cart is empty.", new Chat().Ask("CHECKOUT"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.Processing)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Cancelled)]
    public void With_an_order_that_no_longer_waits_for_money_there_are_no_links_to_pay(OrderStatus status)
    {
        var text = new Chat(Given.Shelf(), Chat.Otieno(latest: Given.Order(status: status))).Ask("CHECKOUT")!;

        Assert.Contains("#1043", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_changed_since_is_todays_and_told()
    {
        var sugar = Given.Sugar(price: 190);
        var chat = new Chat(Given.Shelf(sugar), Chat.Otieno(cart: [Given.Line(sugar, 2, unitPrice: 180)]));

        var decision = chat.Write("CHECKOUT");

        Assert.Contains("Total: KES 380\nNew price: Sugar 1 kg KES 190, was KES 180\n", decision.Reply!.Text, StringComparison.Ordinal);
        Assert.Equal(380, Placed(decision).Total.Amount);
    }

    [Fact]
    public void A_line_that_cannot_be_filled_is_named_and_nothing_is_ordered()
    {
        var (sugar, gone, old, milk) = (Given.Sugar(stock: 3), Given.Product("GONE", "Eggs", stock: 0), Given.Product("OLD", "Soap", isActive: false), Given.Milk(stock: 9));
        var chat = new Chat(
            Given.Shelf(sugar, gone, old, milk),
            Chat.Otieno(cart: [Given.Line(sugar, 5), Given.Line(gone), Given.Line(old), Given.Line(milk, 2)]));

        var decision = chat.Write("CHECKOUT");

        Assert.Empty(decision.Effects);
        Assert.Equal(
            """
            No order yet, not everything is there:
            Sugar 1 kg: 3 left, you chose 5. REMOVE SUGAR-1KG 2
            Eggs: sold out. REMOVE GONE
            Soap: not on sale now. REMOVE OLD
            Your cart has not changed.
            """,
            decision.Reply!.Text);
        Assert.Equal(4, chat.Shopper.Cart.Lines.Count);
        Assert.Equal(9, milk.Stock);
    }

    [Fact]
    public void Two_customers_of_one_batch_do_not_get_the_same_last_piece()
    {
        var sugar = Given.Sugar(stock: 1);
        var shelf = Given.Shelf(sugar);
        var first = new Chat(shelf, Chat.Otieno(cart: [Given.Line(sugar)]));
        var second = new Chat(shelf, Chat.Otieno(cart: [Given.Line(sugar)]));

        Assert.Single(first.Write("CHECKOUT").Effects);
        Assert.Contains("Sugar 1 kg: sold out", second.Ask("CHECKOUT"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hundreds_of_changed_prices_leave_room_for_the_links()
    {
        var lines = Enumerable.Range(1, 300).Select(n => Given.Line(Given.Product($"P-{n}", $"Product number {n}", price: 2), unitPrice: 1));
        var chat = new Chat(Given.Shelf(), Chat.Otieno(cart: lines));

        var text = chat.Ask("CHECKOUT")!;

        Assert.InRange(text.Length, 2000, 4096);
        Assert.EndsWith($"{chat.Store.Pay(Given.Id("1050"))}\nOr write PAY.", text, StringComparison.Ordinal);
    }

    private static NewOrder Placed(Decision decision) =>
        Assert.IsType<Effect.OrderPlaced>(Assert.Single(decision.Effects)).Order;
}
