using System.Text.Json;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.AspNetCore.Http;

namespace Jirani.Tests.Flutterwave;

public sealed class V3Tests(CustomerTable table) : GatewayTest(table)
{
    private readonly RefundRequest _refund = new(Guid.NewGuid(), "285000001", new Money(45_000m, new Currency("UGX")), IsDuplicate: false);

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Flutterwave:Version"] = "V3",
        ["Flutterwave:SecretKey"] = SecretKey,
        ["Flutterwave:SignatureMode"] = "VerifHash",
    };

    [Fact]
    public async Task A_payment_is_a_link_to_the_providers_page()
    {
        Peer.AnswerAlways("POST payments", PlayedAnswer.Sample(200, "v3_standard_response.json"));

        var started = await StartedAsync(Request with { Payer = null, Network = null });

        Assert.True(Gateway.AsksThePayer);
        Assert.Equal(new StartOutcome.Started(null, new NextAction.Redirect(new Uri("https://checkout.flutterwave.com/v3/hosted/pay/flwlnk-fake"))), started);
        Assert.Empty(Peer.TokenCalls);
    }

    [Fact]
    public async Task The_request_is_as_the_provider_documents_it()
    {
        await StartAsync();

        var call = Peer.Only("POST payments");
        var sample = Samples.Json("v3_standard_request.json");
        Assert.Equal($"Bearer {SecretKey}", call.Headers["Authorization"]);
        Assert.All(["tx_ref", "currency", "redirect_url"], (string name) => Assert.Equal(sample.GetProperty(name).GetString(), call.Body.GetProperty(name).GetString()));
        Assert.Equal((JsonValueKind.Number, 45_000m), (call.Body.GetProperty("amount").ValueKind, call.Body.GetProperty("amount").GetDecimal()));
        Assert.Equal("amina.test@example.com", call.Body.GetProperty("customer").GetProperty("email").GetString());
    }

    public static TheoryData<string, Func<HttpContext, Task>> Troubles { get; } = new()
    {
        { "no link", PlayedAnswer.Json(200, """{"status":"success","data":{}}""") },
        { "a link of no page", PlayedAnswer.Json(200, """{"data":{"link":"javascript:alert(1)"}}""") },
        { "internal error", PlayedAnswer.Json(500, "") },
        { "too many", PlayedAnswer.Json(429, "") },
        { "reset", PlayedAnswer.Reset },
        { "half an answer", PlayedAnswer.Half },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_leaves_it_unknown(string name, Func<HttpContext, Task> trouble)
    {
        Assert.NotEmpty(name);
        Peer.AnswerAlways("POST payments", trouble);

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_no_is_a_no(int status)
    {
        Peer.AnswerAlways("POST payments", PlayedAnswer.Json(status, """{"status":"error","message":"no"}"""));

        Assert.IsType<StartOutcome.Refused>(await StartAsync());
    }

    [Fact]
    public async Task An_answer_that_never_ends_leaves_it_unknown_after_half_a_minute()
    {
        var arrived = new TaskCompletionSource();
        Peer.AnswerAlways("POST payments", PlayedAnswer.HeadAlone(arrived));

        var starting = StartAsync();
        await arrived.Task.WaitAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<StartOutcome.Unknown>(await starting);
    }

    [Fact]
    public async Task A_charge_is_verified_by_its_id_or_by_our_reference()
    {
        Peer.AnswerAlways("GET transactions/285000001/verify", PlayedAnswer.Sample(200, "v3_verify_successful.json"));
        Peer.AnswerAlways("GET transactions/verify_by_reference", PlayedAnswer.Sample(200, "v3_verify_successful.json"));

        var byId = Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, "285000001", Cancel)).Charge;
        var byReference = Assert.IsType<QueryOutcome.Found>(await Gateway.QueryAsync(Reference, null, Cancel)).Charge;

        Assert.Equal(byId, byReference);
        Assert.Equal(("285000001", Reference, 45_000m, 1_350m, ChargeStatus.Succeeded), (byId.ChargeId, byId.Reference, byId.Amount, byId.Fee, byId.Status));
        Assert.Equal($"?tx_ref={Reference}", Peer.Only("GET transactions/verify_by_reference").Query);
    }

    [Fact]
    public async Task A_charge_the_provider_does_not_know_is_not_found() =>
        Assert.IsType<QueryOutcome.NotFound>(await Gateway.QueryAsync(Reference, null, Cancel));

    [Fact]
    public async Task A_refund_is_asked_for_once_and_asked_after()
    {
        Peer.AnswerAlways("POST transactions/285000001/refund", PlayedAnswer.Json(200, """{"data":{"id":75923,"status":"completed"}}"""));
        Peer.AnswerAlways("GET refunds/75923", PlayedAnswer.Json(200, """{"data":{"id":75923,"status":"completed-momo"}}"""));

        Assert.Equal(new RefundOutcome.Known("75923", RefundStatus.Pending), await Gateway.RefundAsync(_refund, Cancel));
        Assert.Equal(new RefundOutcome.Known("75923", RefundStatus.Succeeded), await Gateway.QueryRefundAsync("75923", Cancel));
    }

    /// <summary>v3 knows no key of ours: asking again could give the money back twice.</summary>
    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_not_asked_for_again()
    {
        Peer.AnswerAlways("POST transactions/285000001/refund", PlayedAnswer.Reset);

        var outcome = await Gateway.RefundAsync(_refund, Cancel);

        Assert.Contains("Look there", Assert.IsType<RefundOutcome.Refused>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Single(Peer.Calls);
    }
}
