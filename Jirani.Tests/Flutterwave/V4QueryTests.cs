using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class V4QueryTests(CustomerTable table) : GatewayTest(table)
{
    [Theory]
    [InlineData("charge_get_succeeded_200.json", ChargeStatus.Succeeded)]
    [InlineData("charge_get_failed_200.json", ChargeStatus.Failed)]
    [InlineData("charge_get_pending_200.json", ChargeStatus.Pending)]
    public async Task A_charge_is_asked_after_by_its_id(string file, ChargeStatus status)
    {
        Peer.AnswerAlways("GET charges/chg_Jrn0Fake01", PlayedAnswer.Sample(200, file));

        var found = Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, "chg_Jrn0Fake01", Cancel));

        Assert.Equal((status, 45_000m, "UGX", Reference), (found.Charge.Status, found.Charge.Amount, found.Charge.Currency, found.Charge.Reference));
        Assert.Equal(Samples.Bytes(file), found.Body);
    }

    [Fact]
    public async Task Without_an_id_it_is_asked_after_by_our_reference()
    {
        var found = Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, null, Cancel));

        Assert.Equal("chg_Jrn0Fake01", found.Charge.ChargeId);
        Assert.Equal($"?reference={Reference}", Peer.Only("GET charges").Query);
    }

    [Fact]
    public async Task Of_a_list_only_the_very_reference_counts()
    {
        Peer.AnswerAlways("GET charges", PlayedAnswer.Json(200, $$"""
            {"data":[{"id":"chg_stranger","reference":"jirother","status":"succeeded"},{"id":"chg_ours","reference":"{{Reference}}","status":"pending"}]}
            """));

        Assert.Equal("chg_ours", Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, null, Cancel)).Charge.ChargeId);
    }

    [Fact]
    public async Task A_list_of_strangers_says_nothing()
    {
        Peer.AnswerAlways("GET charges", PlayedAnswer.Json(200, """{"data":[{"id":"chg_stranger","reference":"jirother","status":"succeeded"}]}"""));

        Assert.IsType<QueryOutcome.Unknown>(await Gateway.QueryAsync(Reference, null, Cancel));
    }

    [Fact]
    public async Task A_charge_the_provider_does_not_know_is_not_found()
    {
        Peer.AnswerAlways("GET charges", PlayedAnswer.Json(200, """{"status":"success","data":[]}"""));

        Assert.IsType<QueryOutcome.NotFound>(await Gateway.QueryAsync(Reference, "chg_unknown", Cancel));
        Assert.IsType<QueryOutcome.NotFound>(await Gateway.QueryAsync(Reference, null, Cancel));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[{"status":"succeeded"}]}""")]
    public async Task An_answer_that_cannot_be_read_says_nothing(string body)
    {
        Peer.AnswerAlways("GET charges", PlayedAnswer.Json(200, body));
        Peer.AnswerAlways("GET charges/chg_1", PlayedAnswer.Json(200, body));

        Assert.IsType<QueryOutcome.Unknown>(await Gateway.QueryAsync(Reference, null, Cancel));
        Assert.IsType<QueryOutcome.Unknown>(await Gateway.QueryAsync(Reference, "chg_1", Cancel));
    }

    [Fact]
    public async Task A_word_nobody_knows_is_found_and_neither_success_nor_failure()
    {
        Peer.AnswerAlways("GET charges/chg_1", PlayedAnswer.Json(200, """{"data":{"id":"chg_1","status":"on-hold","reference":"x"}}"""));

        var found = Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, "chg_1", Cancel));

        Assert.Equal((ChargeStatus.Unknown, "on-hold"), (found.Charge.Status, found.Charge.ProviderStatus));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task An_answer_that_is_no_answer_is_asked_for_again_later(int status)
    {
        Peer.AnswerAlways("GET charges/chg_1", PlayedAnswer.Json(status, ""));

        Assert.IsType<QueryOutcome.Unknown>(await Gateway.QueryAsync(Reference, "chg_1", Cancel));
    }

    [Fact]
    public async Task An_id_cannot_lead_elsewhere()
    {
        await Gateway.QueryAsync(Reference, "a/b?c=d", Cancel);

        Assert.Equal(("GET charges/a/b?c=d", ""), (Uri.UnescapeDataString(Assert.Single(Peer.Calls).Route), Peer.Calls[0].Query));
    }
}
