using Jirani.Tests.Payments;
using Jirani.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

public sealed class PaymentsTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_payment_that_moves_is_seen_without_a_reload_and_what_is_open_stays_open()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await PaymentRecords.AddToSeedAsync(app.Database, Cast.MamaNjeri, Cancel);
        var page = await OpenInboxAsync(app.Site);
        await page.Locator("a.nav", new() { HasText = "Payments" }).ClickAsync();
        await Expect(page.Locator("a.nav .count")).ToHaveTextAsync("1 in review");
        await page.Locator("a.line", new() { HasText = "#1041" }).ClickAsync();
        await Expect(page.Locator(".one h2")).ToContainTextAsync("#1041");

        await app.Database.ExecuteAsync(Actor.Superuser, "update payment_transactions set failure_reason = 'no_money' where reference = 'jir-mama-njeri-1042'", Cancel);

        await Expect(page.Locator("a.line", new() { HasText = "#1042" })).ToContainTextAsync("Not enough money");
        await Expect(page.Locator("a.line.open")).ToContainTextAsync("#1041");
        await Expect(page.Locator(".one h2")).ToContainTextAsync("#1041");
    }

    [Fact]
    public async Task What_is_shown_comes_as_a_file_and_a_payment_of_another_store_as_nothing()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await PaymentRecords.AddToSeedAsync(app.Database, Cast.MamaNjeri, Cancel);
        await PaymentRecords.AddToSeedAsync(app.Database, Cast.NakatoFresh, Cancel);
        var page = await OpenInboxAsync(app.Site);
        await page.GotoAsync(new Uri(app.Site, "dashboard/payments?show=review").ToString());
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Export" }).ClickAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Payments as shown here").ClickAsync());
        Assert.Equal("mama-njeri-payments.csv", file.SuggestedFilename);

        var foreign = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from payment_transactions where reference = 'jir-nakato-fresh-1041'", Cancel);
        await page.GotoAsync(new Uri(app.Site, $"dashboard/payments/{foreign}").ToString());
        await Expect(page.GetByText("No such payment")).ToBeVisibleAsync();
    }
}
