using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Payments;

public sealed class ChatPaymentTests(ServedApp served) : PaymentFlowTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task PAY_asks_for_the_network_with_buttons_and_a_tap_sends_the_prompt()
    {
        var order = await PlaceAsync();
        await WriteAsync("PAY");
        Assert.Equal(2, await ValueAsync<int>("""
            select jsonb_array_length(message_payload #> '{interactive,action,buttons}') from messaging_log
            where customer_phone = $1 and message_type = 'outbound_interactive'
            """, Phone));

        await TapAsync($"PAY MPESA {Phone}", "M-PESA");
        var payment = await BegunAsync(order);
        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");

        Assert.Equal("processing", await OrderStatusAsync(order));
        Assert.Contains("is paid and being packed", await LastTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_in_the_chat_and_PAY_again_needs_no_question()
    {
        var order = await PlaceAsync();
        await WriteAsync("PAY MPESA");
        await DecideAsync(await BegunAsync(order), "wrong_pin");
        await WaitUntil.TrueAsync("it is told", async () => (await LastTextAsync()).Contains("PIN was wrong", StringComparison.Ordinal), TimeSpan.FromSeconds(30), Cancel);

        await WriteAsync("PAY");

        await DecideAsync(await BegunAsync(order), "approve");
        await WaitUntil.TrueAsync("it is paid", async () => await OrderStatusAsync(order) == "processing", TimeSpan.FromSeconds(30), Cancel);
    }

    [Fact]
    public async Task PAY_from_two_messages_at_once_is_one_attempt()
    {
        var order = await PlaceAsync();

        await Task.WhenAll(WriteAsync("PAY MPESA"), WriteAsync("PAY MPESA"));
        await BegunAsync(order);

        Assert.Equal(1, await ValueAsync<long>("select count(*) from payment_transactions where order_id = $1 and superseded_at is null", order));
    }

    [Fact]
    public async Task Who_says_that_they_paid_makes_us_ask_at_once()
    {
        var order = await PlaceAsync();
        await ScriptAsync(new { isNever = true });
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");

        await WriteAsync("I paid");

        await BecomesAsync(payment, "succeeded");
    }

    [Fact]
    public async Task A_customer_who_said_STOP_gets_no_prompt_and_no_word_of_the_payment()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);
        await AskAsync(Phone, "STOP");
        await WriteAsync("PAY MPESA");

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");

        Assert.Equal(1, await ValueAsync<long>("select count(*) from payment_transactions where order_id = $1", order));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from messaging_log where customer_phone = $1 and purpose = 'order' and send_started_at is not null", Phone));
    }

    private async Task WriteAsync(string text) => await App.WaitUntilProcessedAsync(await App.SendTextAsync(Store, Phone, text, Cancel), Cancel);

    private async Task TapAsync(string id, string title)
    {
        var message = SignedMessage.NewId();
        await AcceptedAsync(SignedMessage.Body(Store.PhoneNumberId, Phone, new
        {
            from = Phone,
            id = message,
            timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            type = "interactive",
            interactive = new { type = "button_reply", button_reply = new { id, title } },
        }));
        await App.WaitUntilProcessedAsync(message, Cancel);
    }

    /// <summary>The attempt whose prompt is out.</summary>
    private async Task<Guid> BegunAsync(Guid order)
    {
        await WaitUntil.TrueAsync("the prompt is out", () => ValueAsync<bool>(
            "select exists (select from payment_transactions where order_id = $1 and status = 'pending' and flw_charge_id is not null)", order), TimeSpan.FromSeconds(30), Cancel);
        return await ValueAsync<Guid>("select id from payment_transactions where order_id = $1 and status = 'pending' and flw_charge_id is not null", order);
    }
}
