using Jirani.Domain.Conversations;

namespace Jirani.Tests.Conversations;

public sealed class QuickReplyTests
{
    [Fact]
    public void What_is_known_is_filled_in_and_what_is_not_stays_open()
    {
        var reply = new QuickReply("paid", "Asante {{customer.name}}, order {{order.number}} from {{store.name}} {{oops}}");

        var text = reply.Fill(new Dictionary<string, string?> { ["customer.name"] = "Otieno", ["order.number"] = null, ["store.name"] = "Mama Njeri" });

        Assert.Equal("Asante Otieno, order {{order.number}} from Mama Njeri {{oops}}", text);
    }

    [Theory]
    [InlineData("delivery-fee", "KES 100", null)]
    [InlineData("Delivery", "KES 100", "one word")]
    [InlineData("two words", "KES 100", "one word")]
    [InlineData("", "KES 100", "one word")]
    [InlineData("fee", "  ", "Write what it says")]
    public void A_quick_reply_has_one_word_and_a_text(string code, string text, string? fault)
    {
        if (fault is null)
        {
            Assert.Null(new QuickReply(code, text).Fault());
        }
        else
        {
            Assert.Contains(fault, new QuickReply(code, text).Fault(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_of_more_than_a_thousand_characters_is_too_long() =>
        Assert.Contains("1001 of 1000", new QuickReply("long", new string('a', 1001)).Fault(), StringComparison.Ordinal);
}
