using Jirani.Infrastructure.Flutterwave;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Flutterwave;

public sealed class V4TroubleTests(CustomerTable table) : GatewayTest(table)
{
    private static Func<HttpContext, Task> InternalError { get; } = PlayedAnswer.Sample(500, "error_500_internal.json");

    public static TheoryData<string> Steps { get; } = ["POST customers", "POST payment-methods", "POST charges"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_that_failed_on_their_side_is_tried_again_under_the_same_key(string step)
    {
        Peer.AnswerNext(step, InternalError, PlayedAnswer.Reset);

        await StartedAsync();

        var calls = Peer.CallsOf(step);
        Assert.Equal(3, calls.Count);
        Assert.Single(calls.Select(call => (call.Key, call.Trace, call.Text)).Distinct());
    }

    [Fact]
    public async Task Between_tries_there_is_a_pause_that_grows()
    {
        Peer.AnswerAlways("POST charges", InternalError);

        await StartAsync();

        Assert.Equal(2, Clock.Pauses.Count);
        Assert.InRange(Clock.Pauses[0].TotalMilliseconds, 200, 400);
        Assert.InRange(Clock.Pauses[1].TotalMilliseconds, 400, 800);
    }

    public static TheoryData<string, Func<HttpContext, Task>> Troubles { get; } = new()
    {
        { "internal error", InternalError },
        { "kindly retry", PlayedAnswer.Error(500, "1107500") },
        { "bad gateway", PlayedAnswer.Json(502, "<html>") },
        { "request timeout", PlayedAnswer.Json(408, "") },
        { "reset", PlayedAnswer.Reset },
        { "half an answer", PlayedAnswer.Half },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_that_does_not_pass_leaves_it_unknown_and_never_failed(string name, Func<HttpContext, Task> trouble)
    {
        Assert.NotEmpty(name);
        Peer.AnswerAlways("POST charges", trouble);

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());

        Assert.Equal(3, Peer.CallsOf("POST charges").Count);
    }

    [Fact]
    public async Task Nobody_there_leaves_it_unknown()
    {
        var gateway = Services(("Flutterwave:TokenUrl", "http://127.0.0.1:1/token"), ("Flutterwave:BaseUrl", "http://127.0.0.1:1")).GetRequiredService<IPaymentGateway>();

        Assert.IsType<StartOutcome.Unknown>(await gateway.StartAsync(Request, Cancel));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Silence_leaves_it_unknown_after_half_a_minute(string step)
    {
        var arrived = new TaskCompletionSource();
        Peer.AnswerAlways(step, PlayedAnswer.Silence(arrived));

        var starting = StartAsync();
        await arrived.Task.WaitAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<StartOutcome.Unknown>(await starting);
        Assert.Single(Peer.CallsOf(step));
    }

    [Fact]
    public async Task An_answer_that_never_ends_leaves_it_unknown_after_half_a_minute()
    {
        var arrived = new TaskCompletionSource();
        Peer.AnswerAlways("POST charges", PlayedAnswer.HeadAlone(arrived));

        var starting = StartAsync();
        await arrived.Task.WaitAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<StartOutcome.Unknown>(await starting);
    }

    [Fact]
    public async Task Silence_where_tokens_are_given_is_waited_for_half_a_minute_too()
    {
        var arrived = new TaskCompletionSource();
        Peer.AnswerAlways("POST token", PlayedAnswer.Silence(arrived));

        var starting = StartAsync();
        await arrived.Task.WaitAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<StartOutcome.Unknown>(await starting);
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_when_the_provider_wants_them()
    {
        Peer.AnswerNext("POST charges", PlayedAnswer.Json(429, Samples.Text("error_429_rate_limited.json"), retryAfter: "2"));

        await StartedAsync();

        Assert.Equal([TimeSpan.FromSeconds(2)], Clock.Pauses);
        Assert.Single(Peer.CallsOf("POST charges").Select(call => call.Key).Distinct());
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_kept_too()
    {
        var date = (Clock.GetUtcNow() + TimeSpan.FromSeconds(3)).ToString("R");
        Peer.AnswerNext("POST charges", PlayedAnswer.Json(503, "", retryAfter: date));

        await StartedAsync();

        Assert.Equal([TimeSpan.FromSeconds(3)], Clock.Pauses);
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_an_hour()
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Json(429, Samples.Text("error_429_rate_limited.json"), retryAfter: "3600"));

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());

        Assert.Single(Peer.CallsOf("POST charges"));
    }
}
