using System.Net;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

public sealed class ForgedHostTests(ServedApp served) : IClassFixture<ServedApp>
{
    private const string Forged = "evil.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_come_from_the_setting_whatever_host_a_caller_names()
    {
        var app = served.App;
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG", Cancel);
        var id = SignedMessage.NewId();
        using var request = SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "CHECKOUT", id));
        request.Headers.Host = Forged;

        using var answer = await app.Client.SendAsync(request, Cancel);
        await app.WaitUntilProcessedAsync(id, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var order = await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel);
        Assert.Contains(new Uri(app.Site, "store/mama-njeri/checkout").AbsoluteUri, order, StringComparison.Ordinal);
        Assert.DoesNotContain(Forged, await app.Database.ValueAsync<string>(Actor.Superuser, "select string_agg(message_payload::text, '') from messaging_log", Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_repeats_no_host_that_a_caller_names()
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        foreach (var page in new[] { order.Checkout, order.Pay, order.Track, "/dashboard" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Host = Forged;
            using var answer = await app.Client.SendAsync(request, Cancel);
            Assert.DoesNotContain(Forged, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.DoesNotContain(Forged, answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
        }
    }
}
