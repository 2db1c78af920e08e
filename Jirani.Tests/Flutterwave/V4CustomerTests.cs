using Jirani.Infrastructure.Flutterwave;
using Jirani.Tests.Support;

namespace Jirani.Tests.Flutterwave;

public sealed class V4CustomerTests(CustomerTable table) : GatewayTest(table)
{
    private const string Amina = "amina.test@example.com";

    private TestDatabase Database { get; } = table.Database;

    [Fact]
    public async Task A_customer_is_remembered_and_made_once()
    {
        await StartedAsync();
        await StartedAsync(Request with { AttemptId = Guid.NewGuid() });

        Assert.Single(Peer.CallsOf("POST customers"));
        Assert.Equal("cus_Jrn0Fake01", await RememberedAsync(Amina));
        Assert.All(Peer.CallsOf("POST charges"), call => Assert.Equal("cus_Jrn0Fake01", call.Body.GetProperty("customer_id").GetString()));
    }

    [Fact]
    public async Task A_customer_the_provider_knows_already_is_searched_for_and_remembered()
    {
        Peer.AnswerAlways("POST customers", PlayedAnswer.Sample(409, "customer_conflict_409.json"));

        await StartedAsync();
        await StartedAsync(Request with { AttemptId = Guid.NewGuid() });

        Assert.Equal(
            "POST customers, POST customers/search, POST payment-methods, POST charges, POST payment-methods, POST charges", Peer.Routes);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(Samples.Json("customer_search_request.json"), Peer.Only("POST customers/search").Body));
        Assert.Equal("cus_Jrn0Fake01", await RememberedAsync(Amina));
    }

    [Fact]
    public async Task Of_what_a_search_finds_only_the_very_address_counts()
    {
        Peer.AnswerAlways("POST customers", PlayedAnswer.Sample(409, "customer_conflict_409.json"));
        Peer.AnswerAlways("POST customers/search", PlayedAnswer.Json(200, """
            {"data":[{"id":"cus_stranger","email":"xamina.test@example.com"},{"id":"cus_none"},null,{"id":"cus_amina","email":"AMINA.Test@example.com"}]}
            """));

        await StartedAsync();

        Assert.Equal("cus_amina", Peer.Only("POST charges").Body.GetProperty("customer_id").GetString());
    }

    [Theory]
    [InlineData("""{"data":[{"id":"cus_stranger","email":"other@example.com"}]}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"id":"cus_stranger","email":"amina.test@example.com"}}""")]
    [InlineData("<html>")]
    public async Task A_stranger_is_never_charged(string found)
    {
        Peer.AnswerAlways("POST customers", PlayedAnswer.Sample(409, "customer_conflict_409.json"));
        Peer.AnswerAlways("POST customers/search", PlayedAnswer.Json(200, found));

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());

        Assert.Empty(Peer.CallsOf("POST charges"));
        Assert.Null(await RememberedAsync(Amina));
    }

    [Theory]
    [InlineData("1101422")]
    [InlineData("1102422")]
    public async Task What_the_provider_forgot_is_made_anew_once_under_other_keys(string code)
    {
        Peer.AnswerNext("POST charges", PlayedAnswer.Error(422, code));
        Peer.AnswerNext("POST customers", PlayedAnswer.Sample(201, "customer_created_201.json"), PlayedAnswer.Json(201, """{"data":{"id":"cus_new"}}"""));

        await StartedAsync();

        Assert.Equal("POST customers, POST payment-methods, POST charges, POST customers, POST payment-methods, POST charges", Peer.Routes);
        Assert.Equal(6, Peer.Calls.Select(call => call.Key).Distinct().Count());
        Assert.Equal("cus_new", Peer.Calls[^1].Body.GetProperty("customer_id").GetString());
        Assert.Equal("cus_new", await RememberedAsync(Amina));
    }

    [Fact]
    public async Task A_chain_that_breaks_a_second_time_is_refused()
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Error(422, "1101422"));

        Assert.Equal("1101422", Assert.IsType<StartOutcome.Refused>(await StartAsync()).Code);

        Assert.Equal(2, Peer.CallsOf("POST charges").Count);
    }

    [Fact]
    public async Task A_charge_that_exists_is_adopted_by_its_reference()
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Sample(409, "error_409_charge_reference_exists.json"));

        var started = await StartedAsync();

        Assert.Equal(("chg_Jrn0Fake01", Reference), (started.Charge!.ChargeId, started.Charge.Reference));
        Assert.Equal($"?reference={Reference}", Peer.Only("GET charges").Query);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"id":"chg_stranger","reference":"jirother","status":"succeeded"}]}""")]
    [InlineData("<html>")]
    public async Task A_charge_that_exists_and_is_not_listed_stays_unknown(string list)
    {
        Peer.AnswerAlways("POST charges", PlayedAnswer.Sample(409, "error_409_charge_reference_exists.json"));
        Peer.AnswerAlways("GET charges", PlayedAnswer.Json(200, list));

        Assert.IsType<StartOutcome.Unknown>(await StartAsync());
    }

    private async Task<string?> RememberedAsync(string email) =>
        (await Database.ListAsync<string>(
            Actor.Superuser, "select customer_id from flutterwave_customers where environment = $1 and email = $2", Cancel, new Uri(Peer.Address).Authority, email)).SingleOrDefault();
}
