using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Flutterwave;

public sealed class AccessTokensTests(CustomerTable table) : GatewayTest(table)
{
    [Fact]
    public async Task A_token_serves_until_a_minute_before_its_end()
    {
        await AskAsync();
        Clock.Advance(TimeSpan.FromSeconds(539));
        await AskAsync();
        Assert.Single(Peer.TokenCalls);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();

        Assert.Equal(2, Peer.TokenCalls.Count);
        Assert.Equal("Bearer token-2", Peer.Calls[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Twenty_callers_at_once_ask_for_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync()));

        Assert.Single(Peer.TokenCalls);
        Assert.Equal(20, Peer.Calls.Count);
    }

    [Fact]
    public async Task Twenty_callers_whose_token_is_refused_ask_for_one_other()
    {
        await AskAsync();
        Peer.AnswerAlways("GET charges/chg_1", context => context.Request.Headers.Authorization == "Bearer token-1"
            ? PlayedAnswer.Sample(401, "error_401_unauthorized.json")(context)
            : PlayedAnswer.Sample(200, "charge_get_pending_200.json")(context));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync()));

        Assert.Equal(2, Peer.TokenCalls.Count);
    }

    [Fact]
    public async Task A_token_the_API_refuses_is_replaced_once_under_the_same_key()
    {
        Peer.AnswerNext("POST charges", PlayedAnswer.Sample(401, "error_401_unauthorized.json"));

        await StartedAsync();

        var charges = Peer.CallsOf("POST charges");
        Assert.Equal(["Bearer token-1", "Bearer token-2"], charges.Select(call => call.Headers["Authorization"]));
        Assert.Single(charges.Select(call => (call.Key, call.Text)).Distinct());
    }

    [Fact]
    public async Task A_second_refusal_is_not_argued_with()
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Sample(401, "error_401_unauthorized.json"));

        var refused = Assert.IsType<StartOutcome.Refused>(await StartAsync());

        Assert.Equal("10401", refused.Code);
        Assert.Contains("not set up right", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal((2, 2), (Peer.CallsOf("POST charges").Count, Peer.TokenCalls.Count));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":""}""")]
    [InlineData(200, """{"access_token":["x"]}""")]
    [InlineData(200, """{"access_token":"no\nheader"}""")]
    [InlineData(200, """{"access_token":"no header"}""")]
    [InlineData(200, """{"access_token":"caf\u00e9"}""")]
    [InlineData(200, "<html>")]
    [InlineData(503, "")]
    public async Task Without_a_token_nothing_is_known_and_nothing_was_sent(int status, string body)
    {
        Peer.AnswerAlways("POST token", PlayedAnswer.Json(status, body));

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());

        Assert.Empty(Peer.Calls);
    }

    [Fact]
    public async Task Credentials_that_are_refused_reach_no_step()
    {
        Peer.AnswerAlways("POST token", PlayedAnswer.Sample(401, "oauth_token_error.json"));

        var outcome = await StartAsync();

        AssertNoSecret(outcome.ToString()!);
        Assert.IsNotType<StartOutcome.Started>(outcome);
        Assert.Empty(Peer.Calls);
    }

    [Fact]
    public async Task An_error_about_a_token_names_neither_secret_nor_token()
    {
        Peer.AnswerAlways("POST token", PlayedAnswer.Json(200, """{"access_token":"token-\n1"}"""));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Services().GetRequiredService<AccessTokens>().GetAsync(Cancel));

        AssertNoSecret(failure.ToString());
    }

    private Task<QueryOutcome> AskAsync() => Gateway.QueryAsync(Reference, "chg_1", Cancel);
}
