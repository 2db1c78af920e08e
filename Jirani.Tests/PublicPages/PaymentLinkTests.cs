using System.Net;
using System.Text;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

public sealed class PaymentLinkTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "Mozilla/5.0", null)]
    [InlineData("HEAD", "Mozilla/5.0", null)]
    [InlineData("GET", "WhatsApp/2.24.20.89 A", null)]
    [InlineData("GET", "facebookexternalhit/1.1", null)]
    [InlineData("GET", "Mozilla/5.0", "prefetch;prerender")]
    public async Task Looking_at_the_link_leads_to_the_pay_page_and_changes_nothing(string method, string agent, string? purpose)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        var before = await RecordAsync(order);
        (string, string?)[] headers = [("User-Agent", agent), ("Sec-Purpose", purpose)];

        using var link = await SendAsync(method, order.Initiate, headers);
        using var page = await SendAsync(method, order.Pay, headers);
        using var checkout = await SendAsync(method, order.Checkout, headers);

        Assert.Equal(HttpStatusCode.SeeOther, link.StatusCode);
        Assert.Equal(order.Pay, link.Headers.Location?.ToString());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [page.StatusCode, checkout.StatusCode]);
        Assert.Equal(before, await RecordAsync(order));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_sites_page_cannot_begin_a_payment(string header, string value)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);

        foreach (var contentType in new[] { "application/json", "application/x-www-form-urlencoded", "text/plain" })
        {
            using var answer = await SendAsync("POST", order.Initiate, [(header, value)], new StringContent("{}", Encoding.UTF8, contentType));
            await AssertProblemAsync(HttpStatusCode.Forbidden, answer);
        }
    }

    [Theory]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{}", 422)]
    [InlineData("application/json", """{"orderId":"$order","storeId":"$store","amount":361}""", 422)]
    [InlineData("application/json", """{"orderId":"$order","storeId":"$order","amount":360}""", 422)]
    [InlineData("application/json", """{"orderId":"$store","storeId":"$store","amount":360}""", 422)]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/xml", "<a/>", 415)]
    public async Task A_program_that_asks_for_something_else_is_told_so_and_nothing_begins(string contentType, string body, int status)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        var store = await served.App.Database.ValueAsync<Guid>(Actor.Superuser, "select store_id from orders where id = $1", Cancel, order.OrderId);
        var filled = body.Replace("$order", order.OrderId.ToString(), StringComparison.Ordinal).Replace("$store", store.ToString(), StringComparison.Ordinal);

        using var answer = await SendAsync("POST", order.Initiate, [], new StringContent(filled, Encoding.UTF8, contentType));

        await AssertProblemAsync((HttpStatusCode)status, answer);
        Assert.Equal(0, await served.App.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from payment_transactions", Cancel));
    }

    [Fact]
    public async Task A_body_larger_than_any_order_needs_is_not_read_to_its_end()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);

        using var answer = await SendAsync("POST", order.Initiate, [], new StringContent(new string(' ', 17_000), Encoding.UTF8, "application/json"));

        await AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, (string Name, string? Value)[] headers, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await served.App.Client.SendAsync(request, Cancel);
    }

    private Task<string> RecordAsync(PlacedOrderLink order) => served.App.Database.ValueAsync<string>(Actor.Superuser, """
        select to_jsonb(o)::text || (select count(*) from payment_transactions) || (select count(*) from order_events) from orders o where id = $1
        """, Cancel, order.OrderId);

    private static async Task AssertProblemAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
