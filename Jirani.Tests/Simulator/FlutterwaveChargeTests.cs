using System.Net;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveChargeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_charge_waits_for_the_phone_and_is_found_by_id_and_reference()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var answer = await money.ChargeAsync(money.Charge("jir-reference-1"), Cancelled);
        var charge = (await MoneyHost.ReadAsync(answer, Cancelled)).GetProperty("data");
        var id = charge.GetProperty("id").GetString()!;
        var listed = await money.GetAsync("charges?reference=jir-reference-1", Cancelled);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("254733905117", charge.GetProperty("next_action").GetProperty("payment_instruction").GetProperty("note").GetString());
        Assert.Equal(("pending", "02"), (charge.GetProperty("status").GetString(), charge.GetProperty("processor_response").GetProperty("code").GetString()));
        Assert.Equal(430, (await money.FetchAsync(id, Cancelled)).GetProperty("amount").GetDecimal());
        Assert.Equal(id, Assert.Single(listed.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_same_key_is_given_the_first_answer_and_charges_once()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var body = money.Charge();
        var key = Guid.NewGuid().ToString("N");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => money.ChargeAsync(body, Cancelled, key)));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(Cancelled)));

        Assert.Single(bodies.Distinct());
        Assert.Equal(19, answers.Count(answer => answer.Headers.TryGetValues("X-Idempotency-Cache-Hit", out var hit) && hit.Single() == "true"));
        Assert.Equal("trace" + key, answers[0].Headers.GetValues("X-Trace-Id").Single());
        Assert.Equal(1, (await money.GetAsync("_control/ledger", Cancelled)).GetProperty("acceptedTotal").GetInt32());
    }

    [Fact]
    public async Task A_reference_under_another_key_is_a_conflict()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var body = money.Charge();

        using var first = await money.ChargeAsync(body, Cancelled);
        using var second = await money.ChargeAsync(body, Cancelled);

        Assert.Equal((409, "1100409"), await MoneyHost.RefusalAsync(second, Cancelled));
    }

    [Theory]
    [InlineData("amount", 9, 400, "1130400")]
    [InlineData("amount", "430", 400, "10400")]
    [InlineData("amount", 0, 400, "10400")]
    [InlineData("amount", 430.005, 400, "10400")]
    [InlineData("currency", "UGX", 400, "10400")]
    [InlineData("reference", "jir_1", 400, "10400")]
    [InlineData("redirect_url", "http://localhost/back", 400, "1141400")]
    [InlineData("customer_id", "cus_nobody", 422, "1101422")]
    [InlineData("payment_method_id", "pmd_none", 422, "1102422")]
    public async Task A_charge_that_Flutterwave_would_refuse_is_refused(string field, object value, int status, string code)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var body = money.Charge();
        body[field] = value;

        using var answer = await money.ChargeAsync(body, Cancelled);

        Assert.Equal((status, code), await MoneyHost.RefusalAsync(answer, Cancelled));
        Assert.Equal(0, (await money.GetAsync("_control/ledger", Cancelled)).GetProperty("acceptedTotal").GetInt32());
    }

    [Theory]
    [InlineData("256", "MTN", "772447385", "UGX", 499)]
    [InlineData("255", "TIGO", "652447385", "TZS", 499)]
    [InlineData("250", "MTN", "782447385", "RWF", 99)]
    public async Task Each_currency_has_its_minimum(string code, string network, string number, string currency, int amount)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var body = money.Charge();
        (body["payment_method_id"], body["currency"], body["amount"]) = (await money.WalletAsync(code, network, number, Cancelled), currency, amount);

        using var below = await money.ChargeAsync(body, Cancelled);
        body["amount"] = amount + 1;
        using var enough = await money.ChargeAsync(body, Cancelled);

        Assert.Equal((400, "1130400"), await MoneyHost.RefusalAsync(below, Cancelled));
        Assert.Equal(HttpStatusCode.Created, enough.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("with-dashes-0000")]
    [InlineData("short")]
    public async Task Keys_are_alphanumeric_and_there(string? key)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var answer = await money.PostAsync("charges", money.Charge(), Cancelled, key);

        Assert.Equal((400, "10400"), await MoneyHost.RefusalAsync(answer, Cancelled));
    }

    [Fact]
    public async Task A_charge_nobody_made_is_not_found()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);

        using var answer = await money.Http.GetAsync(new Uri("charges/chg_none", UriKind.Relative), Cancelled);

        Assert.Equal((404, "1110404"), await MoneyHost.RefusalAsync(answer, Cancelled));
        Assert.Empty((await money.GetAsync("charges?reference=jirnone", Cancelled)).GetProperty("data").EnumerateArray());
    }
}
