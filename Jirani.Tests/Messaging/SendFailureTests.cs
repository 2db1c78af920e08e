using Jirani.Domain.Messaging;

namespace Jirani.Tests.Messaging;

public sealed class SendFailureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(190)]
    [InlineData(200)]
    [InlineData(299)]
    [InlineData(368)]
    [InlineData(131005)]
    [InlineData(131031)]
    [InlineData(131037)]
    [InlineData(131042)]
    [InlineData(131045)]
    [InlineData(131048)]
    [InlineData(133010)]
    public void Trouble_of_the_channel_is_for_the_owner(int code)
    {
        Assert.IsType<SendFailure.ChannelNeedsAttention>(SendFailures.Classify(new Refusal { HttpStatus = 401, Code = code }, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(131000)]
    [InlineData(131016)]
    [InlineData(131057)]
    [InlineData(133004)]
    [InlineData(135000)]
    public void What_passes_is_tried_again(int code)
    {
        Assert.IsType<SendFailure.RetryLater>(SendFailures.Classify(new Refusal { HttpStatus = 500, Code = code }, 1));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(130472)]
    [InlineData(131008)]
    [InlineData(131009)]
    [InlineData(131021)]
    [InlineData(131026)]
    [InlineData(131030)]
    [InlineData(131049)]
    [InlineData(131051)]
    [InlineData(132001)]
    [InlineData(137000)]
    [InlineData(999999)]
    public void What_would_be_refused_again_is_not_tried_again(int code)
    {
        Assert.IsType<SendFailure.Permanent>(SendFailures.Classify(new Refusal { HttpStatus = 400, Code = code }, 1));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void An_outage_without_a_code_never_counts_against_the_channel(int httpStatus)
    {
        Assert.IsType<SendFailure.RetryLater>(SendFailures.Classify(new Refusal { HttpStatus = httpStatus }, 1));
    }

    [Fact]
    public void A_closed_window_and_an_opt_out_have_kinds_of_their_own()
    {
        Assert.IsType<SendFailure.WindowClosed>(SendFailures.Classify(new Refusal { Code = 131047 }, 1));
        Assert.IsType<SendFailure.OptOut>(SendFailures.Classify(new Refusal { Code = 131050 }, 1));
    }

    [Fact]
    public void The_pair_limit_waits_four_times_longer_each_time()
    {
        var delays = Enumerable.Range(1, 4).Select(attempt =>
            Assert.IsType<SendFailure.PairLimited>(SendFailures.Classify(new Refusal { Code = 131056 }, attempt)).Delay.TotalSeconds);

        Assert.Equal([1, 4, 16, 64], delays);
    }

    [Fact]
    public void Limits_of_the_number_hold_the_number()
    {
        Assert.IsType<SendFailure.NumberLimited>(SendFailures.Classify(new Refusal { Code = 130429 }, 1));
        Assert.Equal(
            TimeSpan.FromMinutes(1),
            Assert.IsType<SendFailure.NumberLimited>(SendFailures.Classify(new Refusal { Code = 80007 }, 1)).Delay);
    }

    [Fact]
    public void A_longer_wait_that_Meta_asks_for_is_kept_up_to_an_hour()
    {
        Assert.Equal(TimeSpan.FromSeconds(90), Delay(TimeSpan.FromSeconds(90)));
        Assert.Equal(TimeSpan.FromHours(1), Delay(TimeSpan.FromDays(300)));
        Assert.Equal(TimeSpan.FromSeconds(2), Delay(TimeSpan.FromSeconds(-5)));
    }

    [Fact]
    public void After_the_last_attempt_it_is_over()
    {
        Assert.IsType<SendFailure.RetryLater>(SendFailures.Classify(new Refusal { HttpStatus = 503 }, RetrySchedule.MostAttempts - 1));
        Assert.IsType<SendFailure.Permanent>(SendFailures.Classify(new Refusal { HttpStatus = 503 }, RetrySchedule.MostAttempts));
        Assert.IsType<SendFailure.Permanent>(SendFailures.Classify(new Refusal { Code = 135000 }, 2));
    }

    [Theory]
    [InlineData(131047, "Not sent. More than 24 hours since the customer wrote; they have to write first (131047).")]
    [InlineData(131026, "Not sent. This customer cannot be reached on WhatsApp (131026).")]
    [InlineData(190, "Not sent. WhatsApp no longer accepts the access token. Enter a new one in the settings (190).")]
    public void The_owner_reads_a_sentence_with_the_code_last(int code, string sentence)
    {
        Assert.Equal(sentence, SendFailures.Classify(new Refusal { HttpStatus = 400, Code = code }, 1).Sentence);
    }

    private static TimeSpan Delay(TimeSpan retryAfter) =>
        Assert.IsType<SendFailure.RetryLater>(SendFailures.Classify(new Refusal { HttpStatus = 503, RetryAfter = retryAfter }, 1)).Delay;
}
