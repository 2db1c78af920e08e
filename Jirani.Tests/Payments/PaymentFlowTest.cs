using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Payments;

/// <summary>A test of money over the served app, its Flutterwave played over HTTP by the app's own simulator.</summary>
public abstract class PaymentFlowTest(JiraniApp app) : AppTest(app)
{
    private const string Control = "/simulator/flutterwave/_control";

    protected string Phone { get; } = NewPhone();

    protected Task<Guid> OwnerAsync() => ValueAsync<Guid>("select user_id from store_settings where store_slug = $1", Store.Slug);

    protected T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Otieno orders sugar for KES 360 in the chat.</summary>
    protected async Task<Guid> PlaceAsync()
    {
        await AskAsync(Phone, "ADD SUGAR-1KG 2");
        await AskAsync(Phone, "CHECKOUT");
        return await ValueAsync<Guid>("select id from orders where customer_phone = $1 order by created_at desc limit 1", Phone);
    }

    /// <summary>Begins to pay as a program does.</summary>
    protected async Task<HttpResponseMessage> PostAsync(Guid order)
    {
        var storeId = await ValueAsync<Guid>("select store_id from orders where id = $1", order);
        return await App.Client.PostAsJsonAsync(
            $"/api/payments/initiate?order={order}", new { storeId, orderId = order, amount = 360, customerPhone = Phone, network = "MPESA" }, Cancel);
    }

    protected async Task<Guid> PayAsync(Guid order)
    {
        using var answer = await PostAsync(order);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("transactionId").GetGuid();
    }

    /// <summary>Another attempt takes the place of the one that is open.</summary>
    protected async Task<Guid> PayInsteadAsync(Guid order, Guid before)
    {
        await ExecuteAsync("update payment_transactions set superseded_at = now() where id = $1", before);
        return await PayAsync(order);
    }

    /// <param name="payment">Whose prompt it is.</param>
    /// <param name="decision"><c>approve</c>, <c>wrong_pin</c>, <c>cancel</c> …</param>
    protected Task DecideAsync(Guid payment, string decision) => ControlAsync(HttpMethod.Post, "decisions", new { reference = Reference(payment), decision });

    /// <summary>The next charge goes wrong like this.</summary>
    protected Task ScriptAsync(object fault) => ControlAsync(HttpMethod.Post, "faults", new { next = new[] { fault } });

    protected Task SwitchAsync(object faults) => ControlAsync(HttpMethod.Put, "faults", faults);

    /// <summary>The provider claims something, whatever the charge says.</summary>
    protected Task ClaimAsync(Guid payment, string decision, int times = 1) =>
        ControlAsync(HttpMethod.Post, "webhooks", new { reference = Reference(payment), decision, times });

    protected Task AskNowAsync(Guid payment) => ExecuteAsync("update payment_transactions set poll_at = now() where id = $1", payment);

    protected Task BecomesAsync(Guid payment, string status) => WaitUntil.TrueAsync(
        $"the payment is {status}", async () => await StatusAsync(payment) == status, TimeSpan.FromSeconds(30), Cancel);

    /// <summary>Every webhook that came has led to something.</summary>
    protected Task HeardAsync(Guid payment) => WaitUntil.TrueAsync(
        "all that was told is worked off",
        () => ValueAsync<bool>("select count(*) > 0 and count(due_at) = 0 from payment_events where transaction_id = $1 and source = 'webhook'", payment),
        TimeSpan.FromSeconds(30), Cancel);

    protected Task<string> StatusAsync(Guid payment) => ValueAsync<string>("select status from payment_transactions where id = $1", payment);

    protected Task<string> OrderStatusAsync(Guid order) => ValueAsync<string>("select status from orders where id = $1", order);

    protected Task<string?> ReasonAsync(Guid payment) =>
        ValueAsync<string?>("select coalesce(review_reason, failure_reason) from payment_transactions where id = $1", payment);

    /// <summary>What stands in an account because of one payment.</summary>
    protected Task<decimal> BookedAsync(Guid payment, string account) => ValueAsync<decimal>("""
        select coalesce(sum(e.amount), 0) from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
        join ledger_accounts a on a.id = e.account_id where t.payment_id = $1 and a.code = $2
        """, payment, account);

    /// <summary>The newest text that went, or waits to go, to the customer.</summary>
    protected Task<string> LastTextAsync() => ValueAsync<string>("""
        select message_payload #>> '{text,body}' from messaging_log
        where customer_phone = $1 and message_type = 'outbound_text' order by id desc limit 1
        """, Phone);

    protected async Task<HttpStatusCode> TellAsync(byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/flutterwave") { Content = new ByteArrayContent(body) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("flutterwave-signature", signature);
        }

        using var answer = await App.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    protected static string Sign(byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSettings.FlutterwaveWebhookSecret), body));

    /// <summary>A delivery that says a payment succeeded.</summary>
    protected static byte[] Success(Guid payment, string id) => JsonSerializer.SerializeToUtf8Bytes(
        new { webhook_id = id, type = "charge.completed", data = new { status = "succeeded", reference = Reference(payment), amount = 360, currency = "KES" } });

    protected static string Reference(Guid payment) => $"jir{payment:N}";

    private async Task ControlAsync(HttpMethod method, string what, object body)
    {
        using var request = new HttpRequestMessage(method, $"{Control}/{what}") { Content = JsonContent.Create(body) };
        using var answer = await App.Client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
    }
}
