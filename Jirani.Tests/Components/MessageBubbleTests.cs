using Bunit;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class MessageBubbleTests : ScreenTest
{
    private const string Text = """{"type":"text","text":{"body":"ADD SUGAR-1KG 2"}}""";

    private readonly List<long> _retried = [];

    [Theory]
    [InlineData(MessageStatus.Queued, "Waiting")]
    [InlineData(MessageStatus.Sent, "Sent")]
    [InlineData(MessageStatus.Delivered, "Delivered")]
    [InlineData(MessageStatus.Read, "Read")]
    [InlineData(MessageStatus.Failed, "Not sent")]
    [InlineData(MessageStatus.Received, "Received")]
    [InlineData(MessageStatus.Processed, "Handled")]
    public void Every_status_is_an_icon_and_a_word(MessageStatus status, string word)
    {
        var tick = Draw(Message(status: status)).Find(".tick");

        Assert.Equal(word, tick.TextContent);
        Assert.NotNull(tick.QuerySelector("svg"));
    }

    [Fact]
    public void What_was_tapped_says_so_and_what_can_be_tapped_stands_below_its_question()
    {
        var tapped = Draw(Message() with { Type = "inbound", Payload = """{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"choice-1","title":"Leo"}}}""" });
        var asked = Draw(Message() with { Type = "outbound_interactive", Payload = """
            {"type":"interactive","interactive":{"type":"button","body":{"text":"Leo?"},"action":{"buttons":[{"type":"reply","reply":{"id":"choice-1","title":"<b>Ndiyo</b>"}}]}}}
            """ });

        Assert.Equal("Leo", tapped.Find(".bubble p").TextContent);
        Assert.Contains("Tapped", tapped.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Equal("Leo?", asked.Find(".bubble p").TextContent);
        Assert.Equal(["<b>Ndiyo</b>"], asked.FindAll(".choices li").Select(choice => choice.TextContent));
    }

    [Fact]
    public void A_message_shows_its_text_and_the_shops_time()
    {
        var bubble = Draw(Message());

        Assert.Equal("ADD SUGAR-1KG 2", bubble.Find(".bubble p").TextContent);
        Assert.Equal("12:00", bubble.Find("time").TextContent);
    }

    [Fact]
    public void A_message_that_came_long_after_it_was_written_says_so_and_stands_at_its_own_time()
    {
        var late = Draw(Message() with { ProviderAt = Noon.AddMinutes(-5) });
        var prompt = Draw(Message() with { ProviderAt = Noon.AddSeconds(-59) });

        Assert.Contains("arrived late", late.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Equal("11:55", late.Find("time").TextContent);
        Assert.DoesNotContain("arrived late", prompt.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_whose_group_goes_on_leaves_the_time_to_the_last_one_unless_it_failed()
    {
        Assert.Empty(Draw(Message(), endsGroup: false).FindAll("footer"));
        Assert.Single(Draw(Outgoing(131000), endsGroup: false).FindAll("footer"));
    }

    [Fact]
    public void A_message_without_text_shows_what_it_is_and_its_json()
    {
        var bubble = Draw(Message("""{"type":"image","image":{"id":"991"}}"""));

        Assert.Equal("Photo", bubble.Find(".bubble p").TextContent);
        Assert.Contains("Image", bubble.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"991\"", bubble.Find("pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_without_an_answer_for_ten_minutes_is_maybe_sent()
    {
        Assert.Equal("Maybe sent", Draw(Message(status: MessageStatus.Queued, unanswered: TimeSpan.FromMinutes(11))).Find(".tick").TextContent);
        Assert.Equal("Waiting", Draw(Message(status: MessageStatus.Queued, unanswered: TimeSpan.FromMinutes(9))).Find(".tick").TextContent);
    }

    [Fact]
    public void A_failure_says_why()
    {
        var bubble = Draw(Message(status: MessageStatus.Failed, error: "Too many messages at once (131056)."));

        Assert.Equal("Too many messages at once (131056).", bubble.Find(".why").TextContent);
    }

    [Fact]
    public void What_could_pass_another_time_can_be_sent_again_and_what_could_not_cannot()
    {
        Draw(Outgoing(131000)).Find("button.retry").Click();

        Assert.Equal([1], _retried);
        Assert.Empty(Draw(Outgoing(131026)).FindAll("button.retry"));
        Assert.Empty(Draw(Outgoing(131000) with { IsRetried = true }).FindAll("button.retry"));
    }

    [Fact]
    public void Pointing_at_the_tick_tells_when_it_came_how_far() =>
        Assert.Equal("Sent 12:00:05, Failed 12:00:09", Draw(Outgoing(131000)).Find(".tick").GetAttribute("title"));

    private IRenderedComponent<MessageBubble> Draw(MessageRow message, bool endsGroup = true) => Render<MessageBubble>(parameters => parameters
        .Add(bubble => bubble.Message, message)
        .Add(bubble => bubble.EndsGroup, endsGroup)
        .Add(bubble => bubble.Time, new ShopTime(Noon, TimeZoneInfo.FindSystemTimeZoneById("Africa/Nairobi")))
        .Add(bubble => bubble.RetryAsked, _retried.Add));

    private static MessageRow Outgoing(int code) => Message(status: MessageStatus.Failed, error: $"Not sent ({code}).") with
    {
        Type = "outbound_text",
        Purpose = "owner",
        Steps = [new StatusStep(MessageStatus.Sent, Noon.AddSeconds(5), null), new StatusStep(MessageStatus.Failed, Noon.AddSeconds(9), code)],
    };

    private static MessageRow Message(
        string payload = Text, MessageStatus status = MessageStatus.Processed, string? error = null, TimeSpan? unanswered = null) => new()
        {
            Id = 1,
            Type = "inbound",
            Purpose = null,
            Payload = payload,
            Status = status,
            Error = error,
            UnansweredSince = Noon - unanswered,
            CreatedAt = Noon,
        };
}
