using Jirani.Tests.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>An owner's browser, signed in.</summary>
internal static class OwnerScreen
{
    public static async Task<IPage> OpenInboxAsync(
        Chromium chromium, Uri site, CancellationToken cancellationToken, string email = OwnerClient.Njeri, int width = 1440, int height = 900, bool isDark = false)
    {
        var context = await chromium.OpenAsync(width, height, isDark, cancellationToken);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site, "/dashboard").ToString());
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(OwnerClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" })).ToBeVisibleAsync();
        await Expect(page.Locator(".list .mud-skeleton")).ToHaveCountAsync(0);
        return page;
    }

    /// <summary>Opens the conversation that there is and takes it over.</summary>
    public static async Task<ILocator> TakeOverAsync(IPage page)
    {
        await page.Locator("a.line").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over to reply" }).ClickAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });
        await Expect(box).ToBeVisibleAsync();
        await Expect(page.Locator(".composer .hint")).ToHaveTextAsync("Enter");   // the script has it now
        return box;
    }

    /// <summary>Nothing of the page scrolls sideways.</summary>
    public static async Task AssertFitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
}
