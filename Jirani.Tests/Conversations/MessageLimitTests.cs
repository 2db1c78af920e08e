using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class MessageLimitTests
{
    [Fact]
    public void Thirty_messages_before_one_are_not_too_many()
    {
        var chat = After(30);

        Assert.IsType<Effect.CartLineSet>(Assert.Single(chat.Write("ADD SUGAR-1KG").Effects));
    }

    [Fact]
    public void With_more_than_thirty_before_it_a_message_is_not_run_and_this_is_told_once()
    {
        var chat = After(31);

        var told = chat.Write("ADD SUGAR-1KG");
        var silent = chat.Write("ADD SUGAR-1KG");

        Assert.Equal([new Effect.LimitTold(Given.Noon)], told.Effects);
        Assert.NotNull(told.Reply);
        Assert.Equal(Decision.Nothing, silent);
        Assert.True(chat.Shopper.Cart.IsEmpty);
    }

    [Fact]
    public void Messages_that_were_not_run_count_as_well()
    {
        var chat = After(31);
        chat.Write("CART");

        Assert.Equal(32, chat.Shopper.RecentMessages.Count);
    }

    [Fact]
    public void It_is_told_again_after_a_minute_of_more()
    {
        var chat = After(31);
        chat.Write("CART");
        chat.Now = Given.Noon.AddSeconds(59);
        foreach (var _ in Enumerable.Range(0, 40))
        {
            chat.Write("CART");
        }

        chat.Now = Given.Noon.AddSeconds(60);

        Assert.NotNull(chat.Ask("CART"));
        Assert.Null(chat.Ask("CART"));
    }

    [Fact]
    public void A_minute_later_all_is_forgotten()
    {
        var chat = After(31);
        chat.Now = Given.Noon.AddSeconds(60);

        Assert.IsType<Effect.CartLineSet>(Assert.Single(chat.Write("ADD SUGAR-1KG").Effects));
    }

    [Fact]
    public void STOP_is_never_limited_and_silences_the_rest()
    {
        var chat = After(100);

        Assert.IsType<Effect.OptedOut>(Assert.Single(chat.Write("STOP").Effects));
        Assert.Equal(Decision.Nothing, chat.Write("CART"));
        Assert.Equal(Decision.Nothing, chat.Write("HELP"));
    }

    private static Chat After(int messages) =>
        new(Given.Shelf(Given.Sugar()), Chat.Otieno(recent: [.. Enumerable.Repeat(Given.Noon, messages)]));
}
