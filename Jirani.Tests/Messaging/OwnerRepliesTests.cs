using Jirani.Domain.Messaging;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging;

public sealed class OwnerRepliesTests
{
    private static readonly DateTimeOffset _open = Given.Noon.AddHours(3);

    [Fact]
    public void A_text_within_the_window_may_go() => Assert.Null(OwnerReplies.Fault("Karibu", _open, isOptedIn: true, Given.Noon));

    [Theory]
    [InlineData("", "Write something")]
    [InlineData(" \n ", "Write something")]
    public void Nothing_is_not_sent(string text, string sentence) =>
        Assert.StartsWith(sentence, OwnerReplies.Fault(text, _open, isOptedIn: true, Given.Noon), StringComparison.Ordinal);

    [Fact]
    public void Whatsapps_limit_holds_to_the_character()
    {
        Assert.Null(OwnerReplies.Fault(new string('a', 4096), _open, isOptedIn: true, Given.Noon));
        Assert.Contains("4097 of 4096", OwnerReplies.Fault(new string('a', 4097), _open, isOptedIn: true, Given.Noon), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_minutes_before_the_window_closes_nothing_goes_any_more()
    {
        Assert.Null(OwnerReplies.Closed(Given.Noon.AddMinutes(5).AddSeconds(1), isOptedIn: true, Given.Noon));
        Assert.NotNull(OwnerReplies.Closed(Given.Noon.AddMinutes(5), isOptedIn: true, Given.Noon));
    }

    [Fact]
    public void Who_never_wrote_cannot_be_written_to_and_nobody_says_that_it_was_long_ago() =>
        Assert.StartsWith("This customer has not written yet", OwnerReplies.Closed(null, isOptedIn: true, Given.Noon), StringComparison.Ordinal);

    [Fact]
    public void A_place_that_a_quick_reply_left_open_stops_the_sending() =>
        Assert.Contains("{{order.number}}", OwnerReplies.Fault("Order {{order.number}} is ready", _open, isOptedIn: true, Given.Noon), StringComparison.Ordinal);

    [Fact]
    public void After_STOP_nothing_goes() =>
        Assert.Contains("STOP", OwnerReplies.Fault("Karibu", _open, isOptedIn: false, Given.Noon), StringComparison.Ordinal);

    [Theory]
    [InlineData(MessageStatus.Failed, 130429, true)]
    [InlineData(MessageStatus.Failed, 131000, true)]
    [InlineData(MessageStatus.Failed, 131047, true)]
    [InlineData(MessageStatus.Failed, null, true)]
    [InlineData(MessageStatus.Failed, 131026, false)]
    [InlineData(MessageStatus.Failed, 131050, false)]
    [InlineData(MessageStatus.Failed, 131021, false)]
    [InlineData(MessageStatus.Queued, null, false)]
    [InlineData(MessageStatus.Sent, null, false)]
    [InlineData(MessageStatus.Read, 131000, false)]
    public void Only_what_could_pass_another_time_is_sent_again(MessageStatus status, int? code, bool may) =>
        Assert.Equal(may, OwnerReplies.MayRetry(status, code, wasStopped: false, silence: null));

    [Fact]
    public void What_STOP_ended_is_not_sent_again() => Assert.False(OwnerReplies.MayRetry(MessageStatus.Failed, null, wasStopped: true, silence: null));

    [Fact]
    public void A_call_without_an_answer_may_be_repeated_after_ten_minutes()
    {
        Assert.False(OwnerReplies.MayRetry(MessageStatus.Queued, null, wasStopped: false, TimeSpan.FromMinutes(10)));
        Assert.True(OwnerReplies.MayRetry(MessageStatus.Queued, null, wasStopped: false, TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1)));
    }
}
