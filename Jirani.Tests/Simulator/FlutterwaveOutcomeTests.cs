using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveOutcomeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("approve", "succeeded", "approved", "00")]
    [InlineData("wrong_pin", "failed", "error", "55")]
    [InlineData("no_money", "failed", "error", "51")]
    [InlineData("cancel", "failed", "error", "17")]
    [InlineData("run_out", "failed", "error", "68")]
    public async Task A_prompt_ends_as_its_payer_decides_and_the_shop_is_told(string decision, string status, string type, string code)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (id, reference) = await money.ChargedAsync(Cancelled);

        await money.DecideAsync(reference, decision, Cancelled);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);
        var charge = await money.FetchAsync(id, Cancelled);

        Assert.All([charge, told.Of], body =>
        {
            Assert.Equal(status, body.GetProperty("status").GetString());
            Assert.Equal((type, code), (body.GetProperty("processor_response").GetProperty("type").GetString(), body.GetProperty("processor_response").GetProperty("code").GetString()));
            Assert.Equal(reference, body.GetProperty("reference").GetString());
        });
        Assert.Equal("charge.completed", told.Json.GetProperty("type").GetString());
        Assert.False(charge.TryGetProperty("next_action", out _));
        Assert.True(told.IsSigned);
    }

    [Fact]
    public async Task A_phone_that_is_off_says_nothing_and_the_charge_stays_pending()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (id, reference) = await money.ChargedAsync(Cancelled);

        await money.DecideAsync(reference, "switch_off", Cancelled);
        var prompts = await money.GetAsync("_control/prompts", Cancelled);

        Assert.Equal("pending", (await money.FetchAsync(id, Cancelled)).GetProperty("status").GetString());
        Assert.Equal((0, 0), (prompts.GetArrayLength(), money.Receiver.Posts));
    }

    [Fact]
    public async Task A_failed_charge_may_still_succeed_and_a_paid_one_stays_paid()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (_, reference) = await money.ChargedAsync(Cancelled);

        await money.DecideAsync(reference, "run_out", Cancelled);
        await money.DecideAsync(reference, "approve", Cancelled);
        using var late = await money.PostAsync("_control/decisions", new { reference, decision = "cancel" }, Cancelled);
        string?[] told = [(await money.Receiver.NextPaymentAsync(Cancelled)).Status, (await money.Receiver.NextPaymentAsync(Cancelled)).Status];

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(["failed", "succeeded"], told.Order());
    }

    [Fact]
    public async Task The_fee_is_known_when_the_money_is_there_and_settled_a_minute_later()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        var (id, reference) = await money.ChargedAsync(Cancelled);

        await money.DecideAsync(reference, "approve", Cancelled);
        var before = await money.FetchAsync(id, Cancelled);
        clock.Advance(TimeSpan.FromSeconds(60));
        var after = await money.FetchAsync(id, Cancelled);

        Assert.Equal(12.47m, before.GetProperty("fees").EnumerateArray().Sum(fee => fee.GetProperty("amount").GetDecimal()));
        Assert.Equal((false, true), (before.GetProperty("settled").GetBoolean(), after.GetProperty("settled").GetBoolean()));
    }

    [Fact]
    public async Task A_webhook_that_is_not_taken_comes_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        var (_, reference) = await money.ChargedAsync(Cancelled);
        money.Receiver.AnswerNext(503, 302);

        await money.DecideAsync(reference, "approve", Cancelled);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal("succeeded", told.Status);
        Assert.Equal(3, money.Receiver.Posts);
    }

    [Fact]
    public async Task The_newest_prompt_of_a_phone_can_be_answered_and_the_ledger_tells_who_paid_twice()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ChargedAsync(Cancelled);
        await money.ChargedAsync(Cancelled);

        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await money.PostAsync("_control/decisions", new { phone = "254733905117", decision = "approve" }, Cancelled);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var ledger = await money.GetAsync("_control/ledger?phone=254733905117", Cancelled);
        Assert.Equal(2, ledger.GetProperty("charges").GetArrayLength());
        Assert.Equal("Mama Njeri 1043", Assert.Single(ledger.GetProperty("paidTwice").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task On_autopilot_every_prompt_is_approved()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled, ("Simulator:Flutterwave:ApproveAfter", "00:00:00.001"));

        var (id, _) = await money.ChargedAsync(Cancelled);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal((id, "succeeded"), (told.Of.GetProperty("id").GetString(), told.Status));
    }

    [Fact]
    public async Task Clearing_forgets_charges_customers_and_switches()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ChargedAsync(Cancelled);

        using var cleared = await money.Http.DeleteAsync(new Uri("_control/ledger", UriKind.Relative), Cancelled);
        using var again = await money.PostAsync("customers", new { email = "otieno@shop.example" }, Cancelled);

        Assert.Equal(0, (await money.GetAsync("_control/ledger", Cancelled)).GetProperty("acceptedTotal").GetInt32());
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }
}
