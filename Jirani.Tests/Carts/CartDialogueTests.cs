using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Carts;

public sealed class CartDialogueTests
{
    [Fact]
    public void ADD_answers_with_the_line_and_the_carts_total()
    {
        var chat = new Chat(Given.Sugar(), Given.Milk());

        Assert.Equal("1 × Milk 500 ml: KES 65\nCart total: KES 65", chat.Ask("ADD MILK-500ML"));
        Assert.Equal("2 × Sugar 1 kg: KES 360\nCart total: KES 425", chat.Ask("add sugar-1kg 2"));
        Assert.Equal("5 × Sugar 1 kg: KES 900\nCart total: KES 965", chat.Ask("add sugar-1kg 3"));
    }

    [Fact]
    public void ADD_sets_the_whole_line()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG 2");

        var decision = chat.Write("ADD SUGAR-1KG 3");

        Assert.Equal([new Effect.CartLineSet(Given.Id("SUGAR-1KG"), 5, 180)], decision.Effects);
    }

    [Fact]
    public void A_line_takes_todays_price_and_says_so()
    {
        var sugar = Given.Sugar(price: 190);
        var chat = new Chat(Given.Shelf(sugar), Chat.Otieno(cart: [Given.Line(sugar, unitPrice: 180)]));

        Assert.Equal("2 × Sugar 1 kg: KES 380\nNew price: KES 190 each, was KES 180\nCart total: KES 380", chat.Ask("ADD SUGAR-1KG"));
    }

    [Fact]
    public void An_unknown_code_offers_up_to_three_near_ones()
    {
        var near = new[] { Given.Sugar(), Given.Milk(), Given.Product("TEA-250G", "Tea 250 g"), Given.Product("UNGA-2KG") };
        var chat = new Chat(Given.ShelfWithNear("SUGR", near), Chat.Otieno());

        Assert.Equal(
            "No product has the code sugr. Did you mean:\nSUGAR-1KG, Sugar 1 kg\nMILK-500ML, Milk 500 ml\nTEA-250G, Tea 250 g\nWrite ADD SUGAR-1KG",
            chat.Ask("ADD sugr"));
    }

    [Theory]
    [InlineData("ADD NONE-1")]
    [InlineData("ADD SUGAR-1KG 4")]
    [InlineData("ADD OLD-1")]
    [InlineData("ADD GONE-1")]
    [InlineData("ADD SUGAR-1KG 1.5")]
    [InlineData("ADD SUGAR-1KG 0")]
    [InlineData("ADD SUGAR-1KG -1")]
    [InlineData("ADD SUGAR-1KG +3")]
    [InlineData("ADD SUGAR-1KG two")]
    [InlineData("ADD SUGAR-1KG 1000")]
    public void A_refusal_leaves_the_cart_alone(string text)
    {
        var chat = new Chat(
            Given.Sugar(stock: 3), Given.Product("OLD-1", isActive: false), Given.Product("GONE-1", stock: 0), Given.Milk());
        chat.Write("ADD MILK-500ML 2");

        var decision = chat.Write(text);

        Assert.NotNull(decision.Reply);
        Assert.Empty(decision.Effects);
        Assert.Equal(65 * 2, chat.Shopper.Cart.Total(Given.Shillings).Amount);
    }

    [Fact]
    public void What_is_already_in_the_cart_counts_against_the_stock()
    {
        var chat = new Chat(Given.Sugar(stock: 3));
        chat.Write("ADD SUGAR-1KG 2");

        Assert.Equal("Only 3 × Sugar 1 kg left, 2 in your cart. Your cart has not changed.", chat.Ask("ADD SUGAR-1KG 2"));
        Assert.NotEmpty(chat.Write("ADD SUGAR-1KG 1").Effects);
    }

    [Fact]
    public void A_line_holds_999_and_no_more()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG 999");

        Assert.Equal("At most 999 × Sugar 1 kg in one order, 999 in your cart. Your cart has not changed.", chat.Ask("ADD SUGAR-1KG"));
    }

    [Fact]
    public void A_cart_holds_no_more_money_than_an_order_can()
    {
        var chat = new Chat(Given.Product("SHIP-1", price: 999_999_999_999m));
        chat.Write("ADD SHIP-1");

        Assert.Contains("more than one order can hold", chat.Ask("ADD SHIP-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_sold_where_the_step_divides_them()
    {
        var chat = new Chat(Given.Product("RICE", "Rice", price: 133.33m, step: 0.5m));

        Assert.Equal("2.5 × Rice: KES 333.33\nCart total: KES 333.33", chat.Ask("ADD RICE 2.5"));
        Assert.Equal("Rice is sold in steps of 0.5: ADD RICE 0.5", chat.Ask("ADD RICE 2.4"));
    }

    [Fact]
    public void Without_a_quantity_a_crate_is_a_crate()
    {
        Assert.StartsWith("6 × Soda", new Chat(Given.Product("SODA", "Soda", step: 6)).Ask("ADD SODA"), StringComparison.Ordinal);
    }

    [Fact]
    public void REMOVE_takes_so_many_or_the_line()
    {
        var chat = new Chat(Given.Sugar(), Given.Milk());
        chat.Write("ADD SUGAR-1KG 3");
        chat.Write("ADD MILK-500ML");

        var some = chat.Write("REMOVE SUGAR-1KG 2");
        var rest = chat.Write("remove sugar-1kg 1");

        Assert.Equal("1 × Sugar 1 kg: KES 180\nCart total: KES 245", some.Reply!.Text);
        Assert.Equal([new Effect.CartLineSet(Given.Id("SUGAR-1KG"), 1, 180)], some.Effects);
        Assert.Equal("Removed: Sugar 1 kg\nCart total: KES 65", rest.Reply!.Text);
        Assert.Equal([new Effect.CartLineRemoved(Given.Id("SUGAR-1KG"))], rest.Effects);
        Assert.Equal("Removed: Milk 500 ml\nYour cart is empty now.", chat.Ask("REMOVE MILK-500ML 5"));
    }

    [Fact]
    public void REMOVE_of_what_is_not_there_says_so()
    {
        var chat = new Chat(Given.Shelf(), Chat.Otieno(cart: [Given.Line(Given.Milk())]));

        Assert.Equal("SUGAR-1KG is not in your cart. CART shows what is.", chat.Ask("REMOVE SUGAR-1KG"));
    }

    [Fact]
    public void CART_lists_quantity_price_and_total()
    {
        var chat = new Chat(Given.Shelf(), Chat.Otieno(cart: [Given.Line(Given.Sugar(), 2), Given.Line(Given.Milk())]));

        Assert.Equal(
            "Your cart\n2 × Sugar 1 kg at KES 180: KES 360\n1 × Milk 500 ml at KES 65: KES 65\nTotal: KES 425\nCHECKOUT orders it.",
            chat.Ask("CART"));
    }

    [Fact]
    public void An_empty_CART_says_how_to_add()
    {
        Assert.Contains("ADD CODE 2", new Chat().Ask("CART"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cart_too_long_for_a_message_is_cut_at_a_line_and_keeps_its_total()
    {
        var lines = Enumerable.Range(1, 400).Select(n => Given.Line(Given.Product($"P-{n}", $"👩‍👩‍👧‍👦 Product {n}")));
        var text = new Chat(Given.Shelf(), Chat.Otieno(cart: lines)).Ask("CART")!;

        Assert.InRange(text.Length, 2000, 4096);
        Assert.Matches("… and [0-9]+ more\nTotal: KES 40,000\n", text);
    }
}
