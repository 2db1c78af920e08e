using System.Net;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

public sealed class PaymentLinkTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_at_the_link_leads_to_the_pay_page_and_changes_nothing(string method)
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        using var answer = await SendAsync(app, method, order.Initiate);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(order.Pay, answer.Headers.Location?.ToString());
        Assert.Equal(0, await app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from payment_transactions", Cancel));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Another_sites_page_cannot_begin_a_payment(string origin)
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        using var answer = await SendAsync(app, "POST", order.Initiate, origin);

        await AssertProblemAsync(HttpStatusCode.Forbidden, answer);
    }

    [Fact]
    public async Task Paying_says_that_it_is_not_switched_on_yet_and_only_for_an_order_that_exists()
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        using var known = await SendAsync(app, "POST", order.Initiate, app.Site.GetLeftPart(UriPartial.Authority));
        using var unknown = await SendAsync(app, "POST", $"/api/payments/initiate?order={Guid.NewGuid()}");

        await AssertProblemAsync(HttpStatusCode.ServiceUnavailable, known);
        await AssertProblemAsync(HttpStatusCode.NotFound, unknown);
    }

    private static async Task<HttpResponseMessage> SendAsync(JiraniApp app, string method, string path, string? origin = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await app.Client.SendAsync(request, Cancel);
    }

    private static async Task AssertProblemAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
