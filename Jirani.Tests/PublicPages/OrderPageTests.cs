using System.Net;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

public sealed class OrderPageTests(ServedApp served, PostgresFixture postgres) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_checkout_page_shows_the_order_and_where_to_pay_and_no_number()
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        using var answer = await app.Client.GetAsync(order.Checkout, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Sugar 1 kg", page, StringComparison.Ordinal);
        Assert.Contains("KES 360", page, StringComparison.Ordinal);
        Assert.Contains("Not paid yet", page, StringComparison.Ordinal);
        Assert.Contains(order.Initiate, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Otieno, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Length < 20_000);
    }

    [Fact]
    public async Task Pages_of_an_order_are_not_indexed_not_stored_and_send_no_referrer_elsewhere()
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);

        foreach (var page in new[] { order.Checkout, order.Track, order.Pay })
        {
            using var answer = await app.Client.GetAsync(page, Cancel);
            Assert.Equal(page == order.Pay ? "same-origin" : "no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task The_track_page_shows_courier_and_time_in_the_shops_zone()
    {
        var app = served.App;
        var order = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);
        await app.Database.ExecuteAsync(Actor.Service, """
            update deliveries set status = 'on_the_way', courier = 'Juma', eta = '2026-11-24T12:00:00Z' where order_id = $1
            """, Cancel, order.OrderId);

        var page = await app.Client.GetStringAsync(order.Track, Cancel);

        Assert.Contains("On the way", page, StringComparison.Ordinal);
        Assert.Contains("Juma", page, StringComparison.Ordinal);
        Assert.Contains("Tue 24 Nov, 15:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_link_is_one_friendly_page_whatever_is_wrong()
    {
        var app = served.App;
        var mine = await PlacedOrderLink.PlaceAsync(app, Cast.Otieno, Cancel);
        var hers = await PlacedOrderLink.PlaceAsync(app, Cast.Achieng, Cancel);
        var pages = new HashSet<string>();

        foreach (var link in WrongLinks(mine, hers))
        {
            using var answer = await app.Client.GetAsync(link, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Contains("Open the newest link", Assert.Single(pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enumerating_orders_is_slowed_down()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);   // its limit is for a whole address
        var last = HttpStatusCode.OK;

        for (var guess = 0; guess < 301; guess++)
        {
            using var answer = await app.Client.GetAsync($"/store/mama-njeri/track?order=no-{guess}", Cancel);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private static IEnumerable<string> WrongLinks(PlacedOrderLink mine, PlacedOrderLink hers) =>
    [
        $"/store/mama-njeri/checkout?session={mine.Session}&order={Guid.NewGuid()}",
        $"/store/mama-njeri/checkout?session={mine.Session}&order={hers.OrderId}",
        $"/store/mama-njeri/checkout?session={hers.Session}&order={mine.OrderId}",
        $"/store/nakato-fresh/checkout?session={mine.Session}&order={mine.OrderId}",
        $"/store/nakato-fresh/track?order={mine.OrderId}",
        $"/store/no-such-store/pay?order={mine.OrderId}",
        $"/store/mama-njeri/checkout?order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session=wa:&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session=wa:%00&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session=wa:%ff%fe&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session[]={mine.Session}&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session={mine.Session}&session={hers.Session}&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session={mine.Session}{new string('7', 7_000)}&order={mine.OrderId}",
        $"/store/mama-njeri/checkout?session={mine.Session}&order='; drop table orders; --",
        $"/store/mama-njeri/unknown?order={mine.OrderId}",
    ];
}
