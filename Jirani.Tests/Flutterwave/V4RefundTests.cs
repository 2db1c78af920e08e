using System.Text.Json;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class V4RefundTests(CustomerTable table) : GatewayTest(table)
{
    private readonly RefundRequest _refund = new(Guid.NewGuid(), "chg_Jrn0Fake01", new Money(45_000m, new Currency("UGX")), IsDuplicate: false);

    [Fact]
    public async Task A_refund_that_is_completed_at_once_is_not_believed_yet()
    {
        var outcome = await Gateway.RefundAsync(_refund, Cancel);

        Assert.Equal(new RefundOutcome.Known("rfd_Jrn0Fake01", RefundStatus.Pending), outcome);
        Assert.True(JsonElement.DeepEquals(Samples.Json("refund_create_request.json"), Peer.Only("POST refunds").Body));
    }

    [Fact]
    public async Task What_was_paid_twice_is_given_back_as_such()
    {
        await Gateway.RefundAsync(_refund with { IsDuplicate = true }, Cancel);

        Assert.Equal("duplicate", Peer.Only("POST refunds").Body.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_asked_for_again_under_the_same_key()
    {
        Peer.AnswerNext("POST refunds", PlayedAnswer.Half, PlayedAnswer.Reset, PlayedAnswer.Json(502, ""));

        Assert.IsType<RefundOutcome.Unknown>(await Gateway.RefundAsync(_refund, Cancel));
        Assert.IsType<RefundOutcome.Known>(await Gateway.RefundAsync(_refund, Cancel));

        Assert.Equal(4, Peer.CallsOf("POST refunds").Count);
        Assert.Single(Peer.CallsOf("POST refunds").Select(call => (call.Key, call.Text)).Distinct());
    }

    [Theory]
    [InlineData(400, "1402400")]
    [InlineData(400, "1403400")]
    [InlineData(404, "1401404")]
    [InlineData(403, "10403")]
    public async Task A_no_is_told_with_its_code_and_never_tried_again(int status, string code)
    {
        Peer.AnswerAlways("POST refunds", PlayedAnswer.Error(status, code));

        var refused = Assert.IsType<RefundOutcome.Refused>(await Gateway.RefundAsync(_refund, Cancel));

        Assert.Equal(code, refused.Code);
        Assert.Contains(code, refused.Sentence, StringComparison.Ordinal);
        Assert.Single(Peer.CallsOf("POST refunds"));
    }

    /// <summary>How long the provider keeps a key is not documented, so its own list says what was given back.</summary>
    [Theory]
    [InlineData("""{"id":"rfd_1","charge_id":"chg_Jrn0Fake01","amount_refunded":45000,"status":"succeeded"}""", typeof(RefundOutcome.Known))]
    [InlineData("""{"id":"rfd_1","charge_id":"chg_Jrn0Fake01","amount_refunded":44999,"status":"succeeded"}""", typeof(RefundOutcome.Refused))]
    [InlineData("""{"id":"rfd_1","charge_id":"chg_stranger","amount_refunded":45000,"status":"succeeded"}""", typeof(RefundOutcome.Refused))]
    [InlineData("""{"id":"rfd_1","charge_id":"chg_Jrn0Fake01","amount_refunded":45000,"status":"failed"}""", typeof(RefundOutcome.Refused))]
    public async Task Of_what_was_given_back_before_only_the_very_refund_is_ours(string refund, Type expected)
    {
        Peer.AnswerAlways("POST refunds", PlayedAnswer.Error(400, "1404400"));
        Peer.AnswerAlways("GET refunds", PlayedAnswer.Json(200, $$"""{"data":[{{refund}}]}"""));

        Assert.IsType(expected, await Gateway.RefundAsync(_refund, Cancel));
        Assert.Equal("?charge_id=chg_Jrn0Fake01", Peer.Only("GET refunds").Query);
    }

    [Theory]
    [InlineData("succeeded", RefundStatus.Succeeded)]
    [InlineData("completed", RefundStatus.Succeeded)]
    [InlineData("FAILED", RefundStatus.Failed)]
    [InlineData("new", RefundStatus.Pending)]
    [InlineData("pending", RefundStatus.Pending)]
    [InlineData("something-new", RefundStatus.Pending)]
    public async Task A_refund_is_what_it_is_when_it_is_asked_after(string word, RefundStatus expected)
    {
        Peer.AnswerAlways("GET refunds/rfd_1", PlayedAnswer.Json(200, $$$"""{"data":{"id":"rfd_1","status":"{{{word}}}"}}"""));

        Assert.Equal(new RefundOutcome.Known("rfd_1", expected), await Gateway.QueryRefundAsync("rfd_1", Cancel));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(404, "")]
    [InlineData(500, "")]
    public async Task A_refund_that_is_not_told_of_is_asked_after_later(int status, string body)
    {
        Peer.AnswerAlways("GET refunds/rfd_1", PlayedAnswer.Json(status, body));

        Assert.IsType<RefundOutcome.Unknown>(await Gateway.QueryRefundAsync("rfd_1", Cancel));
    }
}
