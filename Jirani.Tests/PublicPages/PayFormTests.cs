using System.Net;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

/// <summary>What the form gets before anything is begun.</summary>
public sealed class PayFormTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static readonly (string, string)[] _airtelOfSomebodyElse = [("payer", "other"), ("phone", "0733 905 117"), ("network", "AIRTEL")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_that_was_forgotten_is_asked_for_at_its_field_and_everything_chosen_stays()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);
        await browser.OpenAsync(order.Pay, Cancel);

        using var answer = await browser.PressAsync(order, Cancel, ("payer", "other"), ("phone", " "), ("network", "AIRTEL"));

        var page = await PageAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Write the number that pays.", page, StringComparison.Ordinal);
        Assert.Contains("""value="other" checked""", page, StringComparison.Ordinal);
        Assert.Contains("""value="AIRTEL" checked""", page, StringComparison.Ordinal);
        await AssertNothingBegunAsync();
    }

    [Fact]
    public async Task A_form_without_its_token_begins_nothing_and_keeps_what_was_typed()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);

        using var answer = await browser.PressAsync(order, Cancel, _airtelOfSomebodyElse);

        var page = await PageAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("open for too long", page, StringComparison.Ordinal);
        Assert.Contains("""value="0733 905 117""", page, StringComparison.Ordinal);
        Assert.Contains("""value="AIRTEL" checked""", page, StringComparison.Ordinal);
        await AssertNothingBegunAsync();
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_and_never_as_markup()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var browser = new PayerBrowser(served.App);

        using var answer = await browser.PressAsync(order, Cancel, ("payer", "other"), ("phone", "\"><script>alert(1)</script>"), ("insteadOf", "\"><b>"));

        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 404)]
    [InlineData("application/json", 404)]
    public async Task An_order_that_is_not_there_is_not_found_in_the_callers_own_language(string contentType, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/payments/initiate?order={Guid.NewGuid()}") { Content = new StringContent("", null, contentType) };

        using var answer = await served.App.Client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(contentType.EndsWith("json", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    [InlineData("application/x-www-form-urlencoded", 413)]
    public async Task A_form_that_cannot_be_read_is_refused(string contentType, int status)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cancel);
        using var content = new StringContent(new string('a', status == 413 ? 17_000 : 100));
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await served.App.Client.PostAsync(order.Initiate, content, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        await AssertNothingBegunAsync();
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

    private async Task AssertNothingBegunAsync() =>
        Assert.Equal(0, await served.App.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from payment_transactions", Cancel));
}
