using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>From the chat to the money, in three browsers: the customer's phone, the pay page of whoever pays, and the owner's screen.</summary>
public sealed class PaymentWalkTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task An_order_paid_by_the_link_turns_paid_on_the_owners_open_screen_and_the_chat_confirms_it()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var owner = await OpenInboxAsync(app.Site);
        await owner.Locator("a.nav", new() { HasText = "Payments" }).ClickAsync();
        await Expect(owner.GetByText("No payments yet")).ToBeVisibleAsync();
        var phone = await OpenAsync(app, "simulator", 1440, 900);
        await WriteAsync(phone, "ADD SUGAR-1KG 2");
        await Expect(phone.GetByText("KES 360").First).ToBeVisibleAsync();
        await WriteAsync(phone, "CHECKOUT");
        var link = phone.Locator("a[href*='/api/payments/initiate']");
        await Expect(link).ToBeVisibleAsync();

        var page = await OpenAsync(app, (await link.GetAttributeAsync("href"))!, 360, 740);
        await page.Locator("label", new() { HasText = "M-PESA" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay KES 360" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Now enter your PIN" })).ToBeVisibleAsync();
        await Expect(owner.GetByText("Waiting for PIN")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(owner.Locator("a.line")).ToContainTextAsync("Paid");
        await Expect(phone.GetByText("is paid and being packed")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Paid" })).ToBeVisibleAsync();
        Assert.Equal("processing", await app.Database.ValueAsync<string>(Actor.Superuser, "select status from orders", Cancel));
    }

    private async Task<IPage> OpenAsync(JiraniApp app, string address, int width, int height)
    {
        var page = await OpenAsync(width, height);
        await page.GotoAsync(new Uri(app.Site, address).ToString());
        return page;
    }

    private static async Task WriteAsync(IPage phone, string text)
    {
        await phone.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}
