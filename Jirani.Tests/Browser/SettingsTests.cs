using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

public sealed class SettingsTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 740)]
    public async Task A_wrong_token_is_said_at_its_field_and_a_right_one_shows_in_every_tab(int width, int height)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, "update business_channel_settings set access_token_protected = 'of another key ring'", Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, "update business_channel_settings set attention_reason = 'The access token expired'", Cancel);
        var page = await OpenAsync(app, width, height);
        var other = await OpenAsync(app, width, height);
        await Expect(other.GetByText("Nothing goes out.")).ToBeVisibleAsync();

        await page.GetByLabel("Phone number ID").FillAsync("12x");
        await page.GetByLabel("Access token").FillAsync("not-the-right-token");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test and save" }).ClickAsync();
        await Expect(page.Locator("#phone-number-id-note")).ToContainTextAsync("digits only");
        await page.GetByLabel("Phone number ID").FillAsync(Cast.MamaNjeri.PhoneNumberId);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test and save" }).ClickAsync();
        await Expect(page.Locator("#access-token-note")).ToContainTextAsync("Meta does not accept this token");
        await Expect(page.GetByLabel("Access token")).ToHaveValueAsync("not-the-right-token");

        await page.GetByLabel("Access token").FillAsync("simulator-token");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test and save" }).ClickAsync();
        await Expect(page.GetByText("It is connected.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Access token")).ToHaveValueAsync("");
        await Expect(other.GetByText("Nothing goes out.")).ToBeHiddenAsync();
        await Expect(other.GetByText("Does not expire")).ToBeVisibleAsync();
        await OwnerScreen.AssertFitsAsync(page);
    }

    [Fact]
    public async Task A_quick_reply_is_written_changed_deleted_and_brought_back()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var page = await OpenAsync(app, 390, 844);
        await page.GetByRole(AriaRole.Link, new() { Name = "Quick replies" }).ClickAsync();
        await Expect(page.GetByText("No quick replies yet")).ToBeVisibleAsync();

        await page.GetByLabel("Code").FillAsync("/Hours");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("We open at 8.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(page.GetByText("/hours")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("No quick replies yet")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.GetByText("We open at 8.")).ToBeVisibleAsync();
        await OwnerScreen.AssertFitsAsync(page);
    }

    private async Task<IPage> OpenAsync(JiraniApp app, int width, int height)
    {
        var page = await OpenInboxAsync(app.Site, width: width, height: height);
        if (width < 768)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();   // the bar of a phone has room for five
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Connect WhatsApp" })).ToBeVisibleAsync();
        return page;
    }
}
