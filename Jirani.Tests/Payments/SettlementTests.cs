using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Payments;

public sealed class SettlementTests(ServedApp served) : PaymentFlowTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_payment_that_is_approved_pays_the_order_books_its_fee_and_is_confirmed_in_the_chat()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");

        Assert.Equal("processing", await OrderStatusAsync(order));
        Assert.Equal((-360m, 349.56m, 10.44m), (await BookedAsync(payment, "sales"), await BookedAsync(payment, "flutterwave_unsettled"), await BookedAsync(payment, "fees")));
        Assert.Contains("is paid and being packed", await LastTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await ValueAsync<long>("select count(*) from order_events where order_id = $1 and kind = 'paid'", order));
    }

    [Theory]
    [InlineData("wrong_pin", "the PIN was wrong")]
    [InlineData("no_money", "not enough money")]
    [InlineData("cancel", "cancelled on the phone")]
    [InlineData("run_out", "nobody answered")]
    public async Task A_payment_that_fails_says_why_and_the_order_waits_for_another(string decision, string words)
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);

        await DecideAsync(payment, decision);
        await BecomesAsync(payment, "failed");

        Assert.Equal("pending", await OrderStatusAsync(order));
        Assert.Contains(words, await LastTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ValueAsync<long>("select count(*) from ledger_transactions where payment_id = $1", payment));
    }

    [Fact]
    public async Task Fifty_deliveries_with_ids_of_their_own_capture_once()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async place =>
        {
            var body = Success(payment, $"wbk_{payment:N}_{place}");
            Assert.Equal(System.Net.HttpStatusCode.OK, await TellAsync(body, Sign(body)));
        }));
        await BecomesAsync(payment, "succeeded");
        await HeardAsync(payment);

        Assert.Equal(-360, await BookedAsync(payment, "sales"));
        Assert.Equal(1, await ValueAsync<long>("select count(*) from messaging_log where customer_phone = $1 and purpose = 'order'", Phone));
    }

    [Theory]
    [InlineData("""{"isBeforeAnswer":true}""")]
    [InlineData("""{"isTwice":true}""")]
    [InlineData("""{"isOutOfOrder":true}""")]
    public async Task However_webhooks_come_the_payment_is_captured_once(string fault)
    {
        var order = await PlaceAsync();
        await ScriptAsync(System.Text.Json.Nodes.JsonNode.Parse(fault)!);
        var payment = await PayAsync(order);

        await (fault.Contains("Before", StringComparison.Ordinal) ? Task.CompletedTask : DecideAsync(payment, "approve"));
        await BecomesAsync(payment, "succeeded");
        await HeardAsync(payment);
        Assert.Equal(-360, await BookedAsync(payment, "sales"));
        Assert.Equal("processing", await OrderStatusAsync(order));
    }

    [Fact]
    public async Task A_webhook_whose_payment_is_not_there_yet_is_parked_and_settles_it_later()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");
        await ExecuteAsync("update payment_transactions set reference = 'hidden', flw_charge_id = null where id = $1", payment);
        var body = Success(payment, $"wbk_{payment:N}");
        await TellAsync(body, Sign(body));
        await WaitUntil.TrueAsync("it is parked", () => ValueAsync<bool>(
            "select attempts > 0 and due_at > now() and transaction_id is null from payment_events where event_id = $1", $"wbk_{payment:N}"), Cancel);

        await ExecuteAsync("update payment_transactions set reference = $2 where id = $1", payment, Reference(payment));
        await ExecuteAsync("update payment_events set due_at = now() where event_id = $1", $"wbk_{payment:N}");

        await BecomesAsync(payment, "succeeded");
    }

    [Fact]
    public async Task A_payment_that_no_webhook_told_of_is_found_out_by_asking()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");

        Assert.Equal("pending", await StatusAsync(payment));
        await AskNowAsync(payment);

        await BecomesAsync(payment, "succeeded");
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("server_error")]
    public async Task A_charge_whose_answer_was_lost_is_found_by_its_reference(string answer)
    {
        var order = await PlaceAsync();
        await SwitchAsync(new { answer });
        var payment = await PayAsync(order);
        await SwitchAsync(new { });

        await DecideAsync(payment, "approve");
        await AskNowAsync(payment);

        await BecomesAsync(payment, "succeeded");
        Assert.Equal(-360, await BookedAsync(payment, "sales"));
    }

    [Fact]
    public async Task What_a_webhook_claims_is_nothing_until_the_provider_says_so()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);

        await ClaimAsync(payment, "approve", times: 3);
        await HeardAsync(payment);
        Assert.Equal(("pending", "pending"), (await StatusAsync(payment), await OrderStatusAsync(order)));

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");
    }

    [Fact]
    public async Task While_the_provider_is_down_nothing_is_decided_and_afterwards_everything_is()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");
        await SwitchAsync(new { isDown = true });
        var body = Success(payment, $"wbk_{payment:N}");
        await TellAsync(body, Sign(body));
        await WaitUntil.TrueAsync("it was asked in vain", () => ValueAsync<bool>(
            "select exists (select from payment_events where transaction_id = $1 and source = 'poll' and outcome = 'unknown')", payment), TimeSpan.FromSeconds(40), Cancel);

        Assert.Equal("pending", await StatusAsync(payment));
        await SwitchAsync(new { });
        await ExecuteAsync("update payment_events set due_at = now() where event_id = $1", $"wbk_{payment:N}");

        await BecomesAsync(payment, "succeeded");
    }

    [Fact]
    public async Task A_charge_of_another_order_pays_nothing_and_takes_nothing_from_it()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var theirs = await PayAsync(order);
        var mine = await PayInsteadAsync(order, theirs);
        await ExecuteAsync("""
            with taken as (update payment_transactions set flw_charge_id = null where id = $2 returning id)
            update payment_transactions p set flw_charge_id = b.flw_charge_id from payment_transactions b, taken
            where p.id = $1 and b.id = $2
            """, mine, theirs);
        await DecideAsync(theirs, "approve");

        await AskNowAsync(mine);
        await WaitUntil.TrueAsync("it was asked", () => ValueAsync<bool>(
            "select exists (select from payment_events where transaction_id = $1 and source = 'poll')", mine), TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(("pending", "pending"), (await StatusAsync(mine), await OrderStatusAsync(order)));
        await ExecuteAsync("update payment_transactions set flw_charge_id = null where id = $1", mine);
        await AskNowAsync(theirs);

        await BecomesAsync(theirs, "succeeded");
        Assert.Equal(-360, await BookedAsync(theirs, "sales"));
    }

    [Fact]
    public async Task Twenty_calls_at_once_make_one_charge()
    {
        var order = await PlaceAsync();

        var payments = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PayAsync(order)));

        Assert.Single(payments.Distinct());
        Assert.Equal(1, await ValueAsync<long>("select count(*) from payment_transactions where order_id = $1", order));
    }
}
