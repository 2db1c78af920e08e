using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveFaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_comes_twice_with_one_id()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { isTwice = true });

        await ApprovedAsync(money);
        var (first, second) = (await money.Receiver.NextPaymentAsync(Cancelled), await money.Receiver.NextPaymentAsync(Cancelled));

        Assert.Equal(first.EventId, second.EventId);
    }

    [Fact]
    public async Task A_webhook_never_comes_and_the_next_one_does()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { isNever = true });

        var silent = await ApprovedAsync(money);
        var told = await ApprovedAsync(money);
        var post = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal("succeeded", (await money.FetchAsync(silent, Cancelled)).GetProperty("status").GetString());
        Assert.Equal((told, 1), (post.Of.GetProperty("id").GetString(), money.Receiver.Posts));
    }

    [Fact]
    public async Task A_webhook_comes_before_the_answer()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { isBeforeAnswer = true });

        using var answer = await money.ChargeAsync(money.Charge(), Cancelled);

        Assert.Equal(1, money.Receiver.Posts);
        Assert.Equal("pending", (await MoneyHost.ReadAsync(answer, Cancelled)).GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task After_the_success_a_pending_and_a_failed_come_late()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        await money.ScriptAsync(Cancelled, new { isOutOfOrder = true });

        var id = await ApprovedAsync(money);
        var told = new List<string?> { (await money.Receiver.NextPaymentAsync(Cancelled)).Status };
        foreach (var _ in new[] { 1, 2 })
        {
            clock.Advance(TimeSpan.FromMilliseconds(300));
            told.Add((await money.Receiver.NextPaymentAsync(Cancelled)).Status);
        }

        Assert.Equal(["succeeded", "pending", "failed"], told);
        Assert.Equal("succeeded", (await money.FetchAsync(id, Cancelled)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("isWrongAmount", 429, "KES")]
    [InlineData("isWrongCurrency", 430, "UGX")]
    public async Task What_was_paid_can_differ_from_what_was_asked(string fault, int amount, string currency)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new Dictionary<string, bool> { [fault] = true });

        var id = await ApprovedAsync(money);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.All([await money.FetchAsync(id, Cancelled), told.Of], body => Assert.Equal(
            (amount, currency), (body.GetProperty("amount").GetDecimal(), body.GetProperty("currency").GetString())));
    }

    [Fact]
    public async Task While_Flutterwave_is_down_no_call_gets_through()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (id, _) = await money.ChargedAsync(Cancelled);

        await SwitchAsync(money, new { isDown = true });
        using var charge = await money.ChargeAsync(money.Charge(), Cancelled);
        using var fetched = await money.Http.GetAsync(new Uri($"charges/{id}", UriKind.Relative), Cancelled);
        using var token = await money.TokenAsync("simulator-client", "simulator-client-secret", "client_credentials", Cancelled);
        await SwitchAsync(money, new { isDown = false });

        Assert.All([charge, fetched, token], answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Equal("pending", (await money.FetchAsync(id, Cancelled)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_webhook_comes_as_late_as_it_was_told()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        await SwitchAsync(money, new { secondsLate = 30 });

        var (_, reference) = await money.ChargedAsync(Cancelled);
        await money.DecideAsync(reference, "approve", Cancelled);
        clock.Advance(TimeSpan.FromSeconds(29));
        using var overtaking = await money.PostAsync("_control/webhooks", new { reference }, Cancelled);
        var first = await money.Receiver.NextPaymentAsync(Cancelled);
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal(("pending", "succeeded"), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("hang")]
    public async Task A_charge_whose_answer_is_lost_is_found_by_its_reference(string answer)
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { answer, seconds = 0.01, isAccepted = true });
        var (body, key) = (money.Charge("jir-lost-1"), Guid.NewGuid().ToString("N"));

        var lost = await Record.ExceptionAsync(async () => (await money.ChargeAsync(body, Cancelled, key)).Dispose());
        var found = (await money.GetAsync("charges?reference=jir-lost-1", Cancelled)).GetProperty("data")[0];
        using var again = await money.ChargeAsync(body, Cancelled, key);

        Assert.Equal(answer == "reset", lost is HttpRequestException);
        Assert.Equal(found.GetProperty("id").GetString(), (await MoneyHost.ReadAsync(again, Cancelled)).GetProperty("data").GetProperty("id").GetString());
        Assert.Equal(1, (await money.GetAsync("_control/ledger", Cancelled)).GetProperty("acceptedTotal").GetInt32());
    }

    [Fact]
    public async Task A_server_error_may_hide_a_charge_or_not()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { answer = "server_error" }, new { answer = "server_error", isAccepted = false });

        using var hidden = await money.ChargeAsync(money.Charge("jir-hidden"), Cancelled);
        using var none = await money.ChargeAsync(money.Charge("jir-none-1"), Cancelled);

        Assert.Equal((500, "10500"), await MoneyHost.RefusalAsync(hidden, Cancelled));
        Assert.Equal((500, "10500"), await MoneyHost.RefusalAsync(none, Cancelled));
        Assert.Equal(1, (await money.GetAsync("charges?reference=jir-hidden", Cancelled)).GetProperty("data").GetArrayLength());
        Assert.Equal(0, (await money.GetAsync("charges?reference=jir-none-1", Cancelled)).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Too_many_calls_are_put_off_and_the_same_key_gets_through_later()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        await money.ScriptAsync(Cancelled, new { answer = "too_many", retryAfter = 7 });
        var (body, key) = (money.Charge(), Guid.NewGuid().ToString("N"));

        using var refused = await money.ChargeAsync(body, Cancelled, key);
        using var later = await money.ChargeAsync(body, Cancelled, key);

        Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Created), (refused.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task A_webhook_can_claim_what_is_not_so()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (id, reference) = await money.ChargedAsync(Cancelled);

        using var claimed = await money.PostAsync("_control/webhooks", new { reference, decision = "approve", times = 2 }, Cancelled);
        var (first, second) = (await money.Receiver.NextPaymentAsync(Cancelled), await money.Receiver.NextPaymentAsync(Cancelled));

        Assert.Equal(("succeeded", "succeeded"), (first.Status, second.Status));
        Assert.NotEqual(first.EventId, second.EventId);
        Assert.Equal("pending", (await money.FetchAsync(id, Cancelled)).GetProperty("status").GetString());
    }

    private static async Task<string> ApprovedAsync(MoneyHost money)
    {
        var (id, reference) = await money.ChargedAsync(Cancelled);
        await money.DecideAsync(reference, "approve", Cancelled);
        return id;
    }

    private static async Task SwitchAsync(MoneyHost money, object faults)
    {
        using var answer = await money.Http.PutAsJsonAsync("_control/faults", faults, Cancelled);
        answer.EnsureSuccessStatusCode();
    }
}
