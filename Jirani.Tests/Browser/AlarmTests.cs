using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>What reminds an owner of somebody, whatever else they do.</summary>
public sealed class AlarmTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Stands in for the desktop, and keeps what it was told.</summary>
    private const string Desktop = """
        window.told = [];
        window.Notification = class {
          static permission = "default";
          static async requestPermission() { return (Notification.permission = "granted"); }
          constructor(title, { body }) { window.told.push(`${title}: ${body}`); }
          close() {}
        };
        """;

    [Fact]
    public async Task An_owner_who_asked_for_it_is_told_of_each_who_waits_and_of_nobody_else()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Achieng, "Do you have rice?", Cancel);
        var page = await OpenInboxAsync(app.Site);
        await page.AddInitScriptAsync(Desktop);
        await page.ReloadAsync();
        await Expect(page.Locator("a.line[data-waits]")).ToHaveCountAsync(1);
        var bell = page.GetByRole(AriaRole.Button, new() { Name = "Turn notifications on or off" });
        await bell.ClickAsync();
        await Expect(bell).ToHaveAttributeAsync("aria-pressed", "true");

        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "Do you have rice?", Cancel);
        await Expect(page.Locator("a.line[data-waits]")).ToHaveCountAsync(2);
        await app.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "Is anybody there?", Cancel);
        await Expect(page.Locator("a.line .preview").First).ToHaveTextAsync("Is anybody there?");

        Assert.Equal(["Otieno: Waits for you", "Otieno: Is anybody there?"], await page.EvaluateAsync<string[]>("told"));
        await Expect(page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", "favicon-unread.svg");
    }

    [Fact]
    public async Task Who_waits_is_counted_on_every_screen()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var page = await OpenInboxAsync(app.Site);
        var count = page.Locator("nav .count");

        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "Do you have rice?", Cancel);
        await Expect(count).ToHaveTextAsync("1 waiting");
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings" })).ToBeVisibleAsync();
        await app.AskAsync(Cast.MamaNjeri, Cast.Achieng, "Do you have rice?", Cancel);

        await Expect(count).ToHaveTextAsync("2 waiting");
    }

    [Fact]
    public async Task A_draft_is_marked_in_the_list_until_it_is_empty()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(app.Site);
        var box = await OwnerScreen.TakeOverAsync(page);
        var preview = page.Locator("a.line[data-draft] .preview");

        await box.FillAsync("The sugar comes tomor");
        await Expect(preview).ToHaveAttributeAsync("data-draft", "Draft: The sugar comes tomor");
        await box.FillAsync("");

        await Expect(preview).ToHaveCountAsync(0);
    }
}
