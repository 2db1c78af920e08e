using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

/// <summary>The form and the program's call as far as a prompt on the phone.</summary>
public sealed class PayingTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_sends_a_prompt_and_leads_back_to_the_page()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);

        using var answer = await browser.PressAsync(order, Cancel, ("payer", "other"), ("phone", "0733 905 117"), ("network", "AIRTEL"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(order.Pay, answer.Headers.Location?.ToString());
        Assert.Equal("254733905117 AIRTEL", Assert.Single(await AttemptsAsync(order)));
    }

    [Fact]
    public async Task Twenty_tabs_make_one_attempt()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.PressAsync(order, Cancel, ("payer", "chat"), ("network", "MPESA"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(await AttemptsAsync(order));
    }

    [Fact]
    public async Task The_prompt_is_sent_again_to_a_number_that_no_page_wrote()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);
        using var first = await browser.PressAsync(order, Cancel, ("payer", "other"), ("phone", "0733 905 117"), ("network", "AIRTEL"));
        await browser.OpenAsync(order.Pay, Cancel);
        var attempt = await served.App.Database.ValueAsync<Guid>(Actor.Superuser, "select id from payment_transactions where order_id = $1", Cancel, order.OrderId);

        using var again = await browser.PressAsync(order, Cancel, ("payer", "last"), ("network", "AIRTEL"), ("insteadOf", attempt.ToString()));

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(["254733905117 AIRTEL", "254733905117 AIRTEL"], await AttemptsAsync(order));
    }

    [Theory]
    [InlineData("12", "MPESA")]
    [InlineData("0733 905 117", "")]
    [InlineData("0733 905 117", "MTN")]
    public async Task A_wrong_number_or_network_is_said_at_its_field_and_what_was_typed_stays(string phone, string network)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);

        using var answer = await browser.PressAsync(order, Cancel, ("payer", "other"), ("phone", phone), ("network", network));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"value=\"{phone}\"", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Empty(await AttemptsAsync(order));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("expired")]
    public async Task An_order_that_is_closed_is_refused_in_a_sentence(string status)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);
        await served.App.Database.ExecuteAsync(Actor.Superuser, "update orders set status = $2 where id = $1", Cancel, order.OrderId, status);

        using var form = await browser.PressAsync(order, Cancel, ("payer", "chat"), ("network", "MPESA"));
        using var program = await AskAsync(order);

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [form.StatusCode, program.StatusCode]);
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await AttemptsAsync(order));
    }

    [Fact]
    public async Task A_program_gets_the_attempt_and_what_the_payer_has_to_do()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);

        using var answer = await AskAsync(order);

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("pending", body.GetProperty("status").GetString());
        Assert.True(body.TryGetProperty("nextAction", out _));
        Assert.Equal(
            body.GetProperty("transactionId").GetGuid(),
            await served.App.Database.ValueAsync<Guid>(Actor.Superuser, "select id from payment_transactions where order_id = $1", Cancel, order.OrderId));
    }

    private async Task<HttpResponseMessage> AskAsync(PlacedOrderLink order)
    {
        var storeId = await served.App.Database.ValueAsync<Guid>(Actor.Superuser, "select store_id from orders where id = $1", Cancel, order.OrderId);
        return await served.App.Client.PostAsJsonAsync(order.Initiate, new
        {
            StoreId = storeId,
            order.OrderId,
            Amount = "360.0",
            CustomerEmail = "otieno@jirani.test",
            CustomerPhone = "0733905117",
            CustomerName = "Otieno",
            Network = "AIRTEL",
            More = new { Deep = 1 },
        }, Cancel);
    }

    private Task<IReadOnlyList<string>> AttemptsAsync(PlacedOrderLink order) => served.App.Database.ListAsync<string>(
        Actor.Superuser, "select payer_phone || ' ' || network from payment_transactions where order_id = $1 order by created_at", Cancel, order.OrderId);
}
