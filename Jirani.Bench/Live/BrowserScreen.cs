using System.Text;
using Jirani.Bench.Rig;
using Microsoft.Playwright;

namespace Jirani.Bench.Live;

/// <summary>One inbox in a real browser, which notes itself when it changed.</summary>
internal sealed class BrowserScreen(IPlaywright playwright, IBrowser browser, IPage page, Shop shop) : IAsyncDisposable
{
    private const string Observer = """
        window.seen = [];
        const note = node => { if (node.textContent.includes("bench-")) window.seen.push([performance.timeOrigin + performance.now(), node.textContent]); };
        new MutationObserver(changes => changes.forEach(change => { note(change.target); change.addedNodes.forEach(note); }))
            .observe(document, { childList: true, characterData: true, subtree: true });
        """;

    public static async Task<BrowserScreen> OpenAsync(App app, OwnerSession session, Shop shop)
    {
        var site = new Uri($"http://127.0.0.1:{app.Port}");
        var playwright = await Playwright.CreateAsync();
        var chromium = Environment.GetEnvironmentVariable("JIRANI_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.AddCookiesAsync(session.Cookies.GetCookies(site).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = site.ToString() }));
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Observer);
        await page.GotoAsync(new Uri(site, "/dashboard/whatsapp").ToString());
        await page.GetByText($"{shop.Slug}-0").First.WaitForAsync();
        return new BrowserScreen(playwright, browser, page, shop);
    }

    public async Task<Sightings> SightingsAsync()
    {
        var sightings = new Sightings(shop);
        foreach (var seen in (await page.EvaluateAsync("seen"))!.Value.EnumerateArray())
        {
            var when = DateTime.UnixEpoch.AddMilliseconds(seen[0].GetDouble());
            sightings.Look(Encoding.UTF8.GetBytes(seen[1].GetString() + " "), when);
        }

        return sightings;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
