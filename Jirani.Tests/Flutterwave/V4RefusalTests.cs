using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class V4RefusalTests(CustomerTable table) : GatewayTest(table)
{
    [Theory]
    [InlineData(400, "error_400_amount_below_minimum.json", "1130400", "below what mobile money takes")]
    [InlineData(400, "error_400_currency_not_supported.json", "10400", "shop's currency")]
    [InlineData(400, "error_400_network_not_supported.json", "1127400", "Choose another")]
    [InlineData(400, "error_400_redirect_url_invalid.json", "1141400", "not set up right")]
    [InlineData(403, "error_403_forbidden.json", "10403", "not set up right")]
    public async Task A_no_is_told_in_a_sentence_and_never_tried_again(int status, string file, string code, string sentence)
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Sample(status, file));

        var refused = Assert.IsType<StartOutcome.Refused>(await StartAsync());

        Assert.Equal(code, refused.Code);
        Assert.Contains(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.Single(Peer.CallsOf("POST charges"));
        Assert.Empty(Clock.Pauses);
    }

    [Theory]
    [InlineData("1125400", "shop's currency")]
    [InlineData("1126400", "shop's currency")]
    [InlineData("1106400", "did not take this number")]
    [InlineData("10422", "did not take this number")]
    public async Task A_code_is_known_by_its_own_sentence(string code, string sentence)
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Error(400, code));

        Assert.Contains(sentence, Assert.IsType<StartOutcome.Refused>(await StartAsync()).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST customers")]
    [InlineData("POST payment-methods")]
    public async Task A_no_before_the_charge_ends_it_there(string step)
    {
        Peer.AnswerAlways(step, PlayedAnswer.Error(400, "10400"));

        Assert.IsType<StartOutcome.Refused>(await StartAsync());

        Assert.Empty(Peer.CallsOf("POST charges"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task An_answer_that_sends_elsewhere_is_no_no_and_is_not_followed(int status)
    {
        Peer.AnswerAlways("POST charges", context =>
        {
            context.Response.Headers.Location = "/charges";
            return PlayedAnswer.Json(status, "")(context);
        });

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());

        Assert.Single(Peer.CallsOf("POST charges"));
    }
}
