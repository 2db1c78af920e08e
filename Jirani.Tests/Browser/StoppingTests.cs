using System.Diagnostics;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

public sealed class StoppingTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_stopping_app_does_not_wait_for_open_screens_and_they_keep_what_they_show()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var app = await AppProcess.StartAsync(database, Cancel);
        var page = await OpenAsync();
        await page.GotoAsync($"{app.Client.BaseAddress}dashboard");
        await page.GetByLabel("Email").FillAsync(OwnerClient.Njeri);
        await page.GetByLabel("Password").FillAsync(OwnerClient.Password);
        await page.Locator("form button").ClickAsync();
        await Expect(page.GetByText("No messages yet")).ToBeVisibleAsync();
        var begun = Stopwatch.GetTimestamp();

        await app.SignalAsync("TERM", Cancel);
        await app.WaitForExitAsync(Cancel);

        Assert.Equal(0, app.ExitCode);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 10);
        await Expect(page.GetByText("Reconnecting since")).ToBeVisibleAsync();
        await Expect(page.GetByText("No messages yet")).ToBeVisibleAsync();
    }
}
