using System.Globalization;
using System.Text.Json;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class V4FlowTests(CustomerTable table) : GatewayTest(table)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Flutterwave:ScenarioKey"] = "scenario:auth_redirect" };

    [Fact]
    public async Task A_payment_is_a_token_a_customer_a_wallet_and_a_charge()
    {
        var started = await StartedAsync();

        Assert.Equal("POST customers, POST payment-methods, POST charges", Peer.Routes);
        Assert.Equal("client_id=client-of-a-test&client_secret=client-secret-of-a-test&grant_type=client_credentials", Assert.Single(Peer.TokenCalls).Text);
        Assert.Equal("application/x-www-form-urlencoded", Peer.TokenCalls[0].Headers["Content-Type"]);
        Assert.Equal(("chg_Jrn0Fake01", ChargeStatus.Pending, Reference), (started.Charge!.ChargeId, started.Charge.Status, started.Charge.Reference));
        Assert.StartsWith("Please authorise this payment", Assert.IsType<NextAction.Prompt>(started.Next).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bodies_are_as_the_provider_documents_them()
    {
        await StartAsync();

        AssertSame(Samples.Text("customer_create_request.json"), Peer.Only("POST customers").Text);
        AssertSame(Samples.Text("payment_method_create_request.json"), Peer.Only("POST payment-methods").Text);
        var charge = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Peer.Only("POST charges").Text)!;
        var sample = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Samples.Text("charge_create_request.json"))!;
        Assert.Equal(sample.Keys.Order(StringComparer.Ordinal), charge.Keys.Order(StringComparer.Ordinal));
        Assert.All(sample.Keys.Except(["meta", "amount"]), name => Assert.Equal(sample[name].GetString(), charge[name].GetString()));
        AssertSame($$"""{"payment_transaction_id":"{{Request.AttemptId:D}}","store":"Nakato Fresh","order":"1043"}""", charge["meta"].GetRawText());
    }

    [Fact]
    public async Task Every_call_is_authorised_and_says_what_it_brings()
    {
        await StartAsync();

        Assert.All(Peer.Calls, call =>
        {
            Assert.Equal("Bearer token-1", call.Headers["Authorization"]);
            Assert.StartsWith("application/json", call.Headers["Content-Type"], StringComparison.Ordinal);
            Assert.Equal("scenario:auth_redirect", call.Headers["X-Scenario-Key"]);
        });
    }

    [Theory]
    [InlineData("45000.00")]
    [InlineData("430.5")]
    [InlineData("999999999999.99")]
    [InlineData("0.1")]
    public async Task An_amount_is_written_as_a_plain_number_in_major_units(string text)
    {
        var amount = decimal.Parse(text, CultureInfo.InvariantCulture);

        await StartAsync(Request with { Amount = Request.Amount with { Amount = amount } });

        var written = Peer.Only("POST charges").Body.GetProperty("amount");
        Assert.Equal((JsonValueKind.Number, amount), (written.ValueKind, written.GetDecimal()));
        Assert.DoesNotContain("e", written.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://pay.example.com/return?a=1", true)]
    [InlineData("http://pay.example.com/return", false)]
    [InlineData("http://127.0.0.1:5080/pay", false)]
    public async Task An_address_to_return_to_is_given_with_https_only(string address, bool isGiven)
    {
        await StartAsync(Request with { ReturnTo = new Uri(address) });

        var charge = Peer.Only("POST charges").Body;
        Assert.Equal(isGiven, charge.TryGetProperty("redirect_url", out var url));
        Assert.Equal(isGiven ? address : null, isGiven ? url.GetString() : null);
    }

    [Fact]
    public async Task A_charge_may_lead_to_a_page()
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Sample(201, "charge_created_pending_redirect_201.json"));

        var started = await StartedAsync();

        Assert.Equal("developer-sandbox-ui-sit.flutterwave.cloud", Assert.IsType<NextAction.Redirect>(started.Next).Url.Host);
    }

    [Theory]
    [InlineData("requires_pin")]
    [InlineData("requires_otp")]
    [InlineData("something_new")]
    public async Task What_nobody_here_can_do_is_named_and_stays_pending(string type)
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Json(201, $$$$"""{"data":{"id":"chg_1","status":"pending","next_action":{"type":"{{{{type}}}}"}}}"""));

        var started = await StartedAsync();

        Assert.Equal((new NextAction.Other(type), ChargeStatus.Pending), (started.Next, started.Charge!.Status));
    }

    [Theory]
    [InlineData("""{"data":{"status":"pending"}}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task A_charge_without_an_id_is_not_known_and_not_refused(string body)
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Json(201, body));

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());
        Assert.Single(Peer.CallsOf("POST charges"));
    }

    [Fact]
    public void A_number_and_a_network_are_asked_for_by_us() => Assert.False(Gateway.AsksThePayer);

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)), actual);
}
