using Jirani.Tests.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>A test with browsers of its own. They close with it: a page left open would go on asking for its app until the run ends.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _people = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people)
        {
            await person.CloseAsync();
        }
    }

    /// <summary>An empty page of somebody who has not been here before.</summary>
    protected async Task<IPage> OpenAsync(int width = 1440, int height = 900, bool isDark = false)
    {
        var person = await chromium.OpenAsync(width, height, isDark, Cancel);
        _people.Add(person);
        return await person.NewPageAsync();
    }

    /// <summary>An owner, signed in.</summary>
    protected async Task<IPage> OpenInboxAsync(Uri site, string email = OwnerClient.Njeri, int width = 1440, int height = 900)
    {
        var page = await OpenAsync(width, height);
        await page.GotoAsync(new Uri(site, "/dashboard").ToString());
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(OwnerClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" })).ToBeVisibleAsync();
        await Expect(page.Locator(".list .mud-skeleton")).ToHaveCountAsync(0);
        return page;
    }
}
