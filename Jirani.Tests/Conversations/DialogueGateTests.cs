using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class DialogueGateTests
{
    [Fact]
    public void A_silent_message_changes_nothing_and_does_not_count()
    {
        var chat = new Chat(Given.Sugar());

        var decision = chat.Write("ADD SUGAR-1KG", MessageKind.Silent);

        Assert.Equal(Decision.Nothing, decision);
        Assert.Empty(chat.Shopper.RecentMessages);
    }

    [Fact]
    public void A_message_older_than_a_day_is_left_to_a_person()
    {
        var chat = new Chat(Given.Sugar());

        var decision = chat.Write("ADD SUGAR-1KG", sentAt: chat.Now.AddHours(-24).AddSeconds(-1));

        Assert.Null(decision.Reply);
        Assert.IsType<Effect.PersonNeeded>(Assert.Single(decision.Effects));
        Assert.True(chat.Shopper.Cart.IsEmpty);
    }

    [Fact]
    public void A_message_of_exactly_a_day_is_still_answered()
    {
        var chat = new Chat(Given.Sugar());

        Assert.NotNull(chat.Write("ADD SUGAR-1KG", sentAt: chat.Now.AddHours(-24)).Reply);
    }

    [Fact]
    public void A_provider_time_in_the_future_is_taken_for_the_time_of_receipt()
    {
        var message = new IncomingMessage(1, MessageKind.Text, "CART", Given.Noon, Given.Noon.AddYears(1));

        Assert.Equal(Given.Noon, message.WrittenAt);
    }

    [Fact]
    public void While_a_person_answers_nothing_is_run_or_said()
    {
        var chat = new Chat(Given.Shelf(Given.Sugar()), Chat.Otieno(pausedUntil: Given.Noon.AddMinutes(1)));

        var decision = chat.Write("ADD SUGAR-1KG");

        Assert.Null(decision.Reply);
        Assert.IsType<Effect.PersonNeeded>(Assert.Single(decision.Effects));
    }

    [Fact]
    public void A_pause_that_is_over_is_none()
    {
        var chat = new Chat(Given.Shelf(Given.Sugar()), Chat.Otieno(pausedUntil: Given.Noon));

        Assert.NotNull(chat.Ask("ADD SUGAR-1KG"));
    }

    [Fact]
    public void STOP_works_while_a_person_answers()
    {
        var chat = new Chat(Given.Shelf(), Chat.Otieno(pausedUntil: Given.Noon.AddHours(1)));

        Assert.IsType<Effect.OptedOut>(Assert.Single(chat.Write("STOP").Effects));
        Assert.IsType<Effect.OptedIn>(Assert.Single(chat.Write("START").Effects));
    }

    [Theory]
    [InlineData(MessageKind.Media)]
    [InlineData(MessageKind.Location)]
    [InlineData(MessageKind.Contacts)]
    [InlineData(MessageKind.Order)]
    public void What_the_dialogue_cannot_read_is_hinted_at_once_and_left_to_a_person(MessageKind kind)
    {
        var chat = new Chat();

        var first = chat.Write(null, kind);
        var second = chat.Write(null, kind);

        Assert.NotNull(first.Reply);
        Assert.Equal([typeof(Effect.HintGiven), typeof(Effect.PersonNeeded)], first.Effects.Select(effect => effect.GetType()));
        Assert.Null(second.Reply);
        Assert.IsType<Effect.PersonNeeded>(Assert.Single(second.Effects));
    }

    [Fact]
    public void The_hint_comes_again_after_ten_minutes()
    {
        var chat = new Chat();
        chat.Write("Habari");

        chat.Now = Given.Noon.AddMinutes(10).AddSeconds(-1);
        Assert.Null(chat.Ask("Habari"));
        chat.Now = Given.Noon.AddMinutes(10);
        Assert.NotNull(chat.Ask("Habari"));
    }

    [Fact]
    public void A_tapped_button_counts_like_the_word()
    {
        var chat = new Chat();

        Assert.Contains("Your cart is empty", chat.Write("CART", MessageKind.Button).Reply!.Text, StringComparison.Ordinal);
    }
}
