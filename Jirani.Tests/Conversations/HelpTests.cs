using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class HelpTests
{
    [Fact]
    public void With_an_empty_cart_it_says_how_to_add()
    {
        Assert.Contains("ADD CODE 2", Help(Chat.Otieno()), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_cart_it_says_what_is_in_it_and_how_to_order()
    {
        var help = Help(Chat.Otieno(cart: [Given.Line(Given.Sugar(), 2), Given.Line(Given.Milk())]));

        Assert.Contains("In your cart: 2 products, KES 425. CHECKOUT orders it", help, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_unpaid_order_it_says_how_to_pay()
    {
        var help = Help(Chat.Otieno(latest: Given.Order()));

        Assert.Contains("Order #1043 waits for payment: KES 430. PAY pays it", help, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_order_on_the_way_it_says_how_to_follow_it()
    {
        Assert.Contains("TRACK 1043", Help(Chat.Otieno(latest: Given.Order(status: OrderStatus.Shipped))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ADD", "Which product? Write its code: ADD CODE 2")]
    [InlineData("ADD SUGAR-1KG two", "How many? Write a number from 1 to 999: ADD SUGAR-1KG 2")]
    [InlineData("ADD SUGAR-1KG 1 2", "One product in a message, its code and how many: ADD CODE 2")]
    [InlineData("REMOVE SUGAR-1KG -1", "How many? Write a number from 1 to 999: REMOVE SUGAR-1KG 2")]
    [InlineData("TRACK", "Which order? Write TRACK and the order's number.")]
    public void A_command_that_cannot_be_read_says_what_to_write(string text, string answer)
    {
        var decision = new Chat(Given.Sugar()).Write(text);

        Assert.Equal(answer, decision.Reply!.Text);
        Assert.Empty(decision.Effects);
    }

    [Fact]
    public void TRACK_alone_gives_the_last_order_as_the_example()
    {
        Assert.Equal("Which order? Write TRACK 1043", new Chat(Given.Shelf(), Chat.Otieno(latest: Given.Order())).Ask("TRACK"));
    }

    private static string Help(Shopper shopper) => new Chat(Given.Shelf(), shopper).Ask("HELP")!;
}
