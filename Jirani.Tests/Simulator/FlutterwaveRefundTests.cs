using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveRefundTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refund_is_pending_then_succeeds_and_the_shop_is_told()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        var charge = await PaidAsync(money);

        var id = await RefundedAsync(money, charge, 430);
        var before = await money.GetAsync($"refunds/{id}", Cancelled);
        clock.Advance(TimeSpan.FromSeconds(2));
        var after = await money.GetAsync($"refunds/{id}", Cancelled);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal(("pending", "succeeded"), (Status(before), Status(after)));
        Assert.Equal(("refund.completed", "succeeded", id), (told.Json.GetProperty("type").GetString(), told.Status, told.Of.GetProperty("id").GetString()));
        Assert.True(told.IsSigned);
    }

    [Fact]
    public async Task No_more_goes_back_than_was_paid()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var charge = await PaidAsync(money);
        await RefundedAsync(money, charge, 400);

        using var tooMuch = await RefundAsync(money, charge, 31);
        await RefundedAsync(money, charge, 30);
        using var again = await RefundAsync(money, charge, 1);

        Assert.Equal((400, "1402400"), await MoneyHost.RefusalAsync(tooMuch, Cancelled));
        Assert.Equal((400, "1404400"), await MoneyHost.RefusalAsync(again, Cancelled));
    }

    [Fact]
    public async Task What_was_not_paid_is_not_given_back()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (waiting, _) = await money.ChargedAsync(Cancelled);

        using var early = await RefundAsync(money, waiting, 430);
        using var unknown = await RefundAsync(money, "chg_none", 430);

        Assert.Equal((400, "1403400"), await MoneyHost.RefusalAsync(early, Cancelled));
        Assert.Equal((404, "1110404"), await MoneyHost.RefusalAsync(unknown, Cancelled));
    }

    [Fact]
    public async Task A_refund_can_end_as_failed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var money = await MoneyHost.StartAsync(clock, Cancelled);
        await money.ScriptAsync(Cancelled, new { isRefundFailing = true });
        var id = await RefundedAsync(money, await PaidAsync(money), 430);

        clock.Advance(TimeSpan.FromSeconds(2));
        var told = await money.Receiver.NextPaymentAsync(Cancelled);

        Assert.Equal(("failed", "failed"), (told.Status, Status(await money.GetAsync($"refunds/{id}", Cancelled))));
    }

    private static string? Status(System.Text.Json.JsonElement answer) => answer.GetProperty("data").GetProperty("status").GetString();

    private static async Task<string> PaidAsync(MoneyHost money)
    {
        var (id, reference) = await money.ChargedAsync(Cancelled);
        await money.DecideAsync(reference, "approve", Cancelled);
        await money.Receiver.NextPaymentAsync(Cancelled);
        return id;
    }

    private static Task<HttpResponseMessage> RefundAsync(MoneyHost money, string charge, decimal amount) =>
        money.PostAsync("refunds", new { charge_id = charge, amount, reason = "requested_by_customer" }, Cancelled, Guid.NewGuid().ToString("N"));

    private static async Task<string> RefundedAsync(MoneyHost money, string charge, decimal amount)
    {
        using var answer = await RefundAsync(money, charge, amount);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await MoneyHost.ReadAsync(answer, Cancelled)).GetProperty("data").GetProperty("id").GetString()!;
    }
}
