using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveAccessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_given_for_ten_minutes_to_who_knows_the_secret()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var given = await money.TokenAsync("simulator-client", "simulator-client-secret", "client_credentials", Cancelled);
        using var refused = await money.TokenAsync("simulator-client", "another", "client_credentials", Cancelled);

        Assert.Equal(600, (await MoneyHost.ReadAsync(given, Cancelled)).GetProperty("expires_in").GetInt32());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("invalid_client", (await MoneyHost.ReadAsync(refused, Cancelled)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_token_that_has_run_out_opens_nothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);

        clock.Advance(TimeSpan.FromSeconds(600));
        using var answer = await money.ChargeAsync(money.Charge(), Cancelled);

        Assert.Equal((401, "10401"), await MoneyHost.RefusalAsync(answer, Cancelled));
    }

    [Fact]
    public async Task A_known_email_is_a_conflict_and_is_found_by_searching()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var again = await money.PostAsync("customers", new { email = "OTIENO@shop.example" }, Cancelled);
        using var found = await money.PostAsync("customers/search", new { email = "otieno@shop.example" }, Cancelled);

        Assert.Equal((409, "10409"), await MoneyHost.RefusalAsync(again, Cancelled));
        Assert.Equal(money.Customer, (await MoneyHost.ReadAsync(found, Cancelled)).GetProperty("data")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{"email":"nobody"}""")]
    [InlineData("""{"email":"a@shop.example","name":{"first":"Otieno 🎉"}}""")]
    [InlineData("""{"email":"a@shop.example","name":{"first":"O"}}""")]
    [InlineData("""{"email":"a@shop.example","phone":{"country_code":"254","number":"0733905117"}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_customer_that_Flutterwave_would_refuse_is_refused(string body)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var answer = await money.Http.PostAsync(new Uri("customers", UriKind.Relative), new StringContent(body), Cancelled);

        Assert.Equal((400, "10400"), await MoneyHost.RefusalAsync(answer, Cancelled));
    }

    [Theory]
    [InlineData("""{"type":"card"}""", "1106400")]
    [InlineData("""{"type":"mobile_money","mobile_money":{"country_code":"260","network":"MTN","phone_number":"700000001"}}""", "1126400")]
    [InlineData("""{"type":"mobile_money","mobile_money":{"country_code":"254","network":"MTN","phone_number":"733905117"}}""", "1127400")]
    [InlineData("""{"type":"mobile_money","mobile_money":{"country_code":"254","network":"MPESA","phone_number":"0733905117"}}""", "10400")]
    public async Task A_wallet_that_Flutterwave_does_not_charge_is_refused(string body, string code)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var answer = await money.Http.PostAsync(new Uri("payment-methods", UriKind.Relative), new StringContent(body), Cancelled);

        Assert.Equal((400, code), await MoneyHost.RefusalAsync(answer, Cancelled));
    }

    [Fact]
    public async Task The_networks_of_a_country_are_listed()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        var networks = await money.GetAsync("mobile-networks?country=UG", Cancelled);

        Assert.Equal(["MTN", "AIRTEL"], networks.GetProperty("data").EnumerateArray().Select(network => network.GetProperty("network").GetString()));
    }
}
