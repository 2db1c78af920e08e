using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>What owners do on their screen in more than one test.</summary>
internal static class OwnerScreen
{
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
