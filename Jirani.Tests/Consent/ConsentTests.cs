using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Consent;

public sealed class ConsentTests
{
    [Fact]
    public void STOP_is_confirmed_once()
    {
        var chat = new Chat();

        var first = chat.Write("STOP");
        var second = chat.Write("STOP");

        Assert.Equal(ReplyPurpose.Consent, first.Reply!.Purpose);
        Assert.IsType<Effect.OptedOut>(Assert.Single(first.Effects));
        Assert.Equal(Decision.Nothing, second);
    }

    [Fact]
    public void START_after_STOP_is_confirmed()
    {
        var chat = new Chat(Given.Shelf(), Chat.Otieno(isOptedIn: false));

        var decision = chat.Write("START");

        Assert.Equal(ReplyPurpose.Consent, decision.Reply!.Purpose);
        Assert.IsType<Effect.OptedIn>(Assert.Single(decision.Effects));
        Assert.True(chat.Shopper.IsOptedIn);
    }

    [Fact]
    public void START_while_opted_in_confirms_nothing_and_helps()
    {
        var chat = new Chat();

        var decision = chat.Write("START");

        Assert.Equal(ReplyPurpose.Reply, decision.Reply!.Purpose);
        Assert.Equal(chat.Ask("HELP"), decision.Reply.Text);
        Assert.Empty(decision.Effects);
    }

    [Theory]
    [InlineData("ADD SUGAR-1KG")]
    [InlineData("REMOVE SUGAR-1KG")]
    [InlineData("CART")]
    [InlineData("CHECKOUT")]
    [InlineData("STATUS")]
    [InlineData("TRACK 1043")]
    [InlineData("ADD")]
    [InlineData("Are you open?")]
    public void While_opted_out_nothing_changes_and_nothing_is_said(string text)
    {
        var shopper = Chat.Otieno(cart: [Given.Line(Given.Milk())], latest: Given.Order(), isOptedIn: false);

        Assert.Equal(Decision.Nothing, new Chat(Given.Shelf(Given.Sugar()), shopper).Write(text));
        Assert.Single(shopper.Cart.Lines);
    }

    [Fact]
    public void HELP_while_opted_out_says_how_to_come_back()
    {
        var decision = new Chat(Given.Shelf(), Chat.Otieno(isOptedIn: false)).Write("HELP");

        Assert.Equal(ReplyPurpose.Consent, decision.Reply!.Purpose);
        Assert.Contains("START", decision.Reply.Text, StringComparison.Ordinal);
        Assert.Empty(decision.Effects);
    }

    [Fact]
    public void The_cart_is_still_there_after_coming_back()
    {
        var chat = new Chat(Given.Sugar());
        chat.Write("ADD SUGAR-1KG 2");
        chat.Write("STOP");
        chat.Write("START");

        Assert.Contains("2 × Sugar 1 kg", chat.Ask("CART"), StringComparison.Ordinal);
    }
}
