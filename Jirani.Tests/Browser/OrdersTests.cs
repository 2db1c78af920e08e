using Jirani.Infrastructure.Payments;
using Jirani.Tests.Orders;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>The main job of the screen: what is paid goes out, and everybody sees it.</summary>
public sealed class OrdersTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task An_order_sent_out_turns_on_the_way_in_another_tab_without_a_reload_and_the_customer_is_told(int width, int height)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var number = await PaidOrderAsync(app);
        var page = await OpenInboxAsync(app.Site, width: width, height: height);
        await page.Locator("a.nav", new() { HasText = "Orders" }).ClickAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(app.Site, "dashboard/orders").ToString());
        await Expect(other.Locator("a.line", new() { HasText = number })).ToContainTextAsync("To pack");

        await page.Locator("a.line", new() { HasText = number }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send out with a courier" }).ClickAsync();
        await page.GetByLabel("Courier").FillAsync("Juma, KMEA 123");
        await page.GetByLabel("Link to follow it").FillAsync("https://courier.test/77");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send out and tell" }).ClickAsync();

        await Expect(page.Locator(".told")).ToHaveTextAsync("It is on the way.");
        await Expect(other.Locator("a.line", new() { HasText = number })).ToContainTextAsync("On the way");
        await OwnerScreen.AssertFitsAsync(page);
        await WaitUntil.TrueAsync("the customer has read where it is", () => app.Database.ValueAsync<bool>(Actor.Superuser, """
            select exists (select from messaging_log where status = 'read' and message_payload #>> '{text,body}' like '%Courier: Juma, KMEA 123%')
            """, Cancel), Cancel);
    }

    [Fact]
    public async Task Several_go_out_together_the_list_loses_them_and_another_stores_order_is_not_there()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await OrderRecords.AddToSeedAsync(app.Database, Cast.NakatoFresh, Cancel);
        await PaidOrderAsync(app);
        await PaidOrderAsync(app);
        var page = await OpenInboxAsync(app.Site);
        await page.GotoAsync(new Uri(app.Site, "dashboard/orders?show=to-pack").ToString());
        await Expect(page.Locator(".tab[aria-current]")).ToHaveTextAsync("To pack2");

        await page.GetByLabel("Choose all 2 orders shown").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send 2 orders out" }).ClickAsync();

        await Expect(page.GetByText("2 orders are on the way.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing waits to be packed")).ToBeVisibleAsync();
        var foreign = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from orders where order_number = '1036'", Cancel);
        await page.GotoAsync(new Uri(app.Site, $"dashboard/orders/{foreign}").ToString());
        await Expect(page.GetByText("No such order")).ToBeVisibleAsync();
    }

    /// <returns>Its number, as the list shows it.</returns>
    private static async Task<string> PaidOrderAsync(JiraniApp app)
    {
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel);
        var order = await app.Database.ValueAsync<Guid>(
            Actor.Superuser, "select id from orders where customer_phone = $1 order by created_at desc limit 1", Cancel, Cast.Otieno);
        var owner = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = 'mama-njeri'", Cancel);
        Assert.Null(await app.Services.GetRequiredService<CashService>().PayAsync(owner, order, Cancel));
        return $"#{await app.Database.ValueAsync<string>(Actor.Superuser, "select order_number from orders where id = $1", Cancel, order)}";
    }
}
