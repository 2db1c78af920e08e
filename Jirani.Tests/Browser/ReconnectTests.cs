using Jirani.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>The app goes away under an open screen and comes back.</summary>
public sealed class ReconnectTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task What_was_written_while_the_app_was_away_goes_out_once_and_the_draft_is_still_there()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        var port = Port.Free();
        var first = await AppProcess.StartAsync(database, Cancel, port);
        await WriteAsync(first, database, "HELP");
        var page = await OpenInboxAsync(first.Client.BaseAddress!, width: 390, height: 844);
        var box = await OwnerScreen.TakeOverAsync(page);

        await first.KillAsync(Cancel);
        await first.DisposeAsync();
        await Expect(page.GetByText("Reconnecting since")).ToBeVisibleAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(2);
        await box.FillAsync("Nakuja sasa hivi");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Waiting for connection")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await box.FillAsync("na tena");
        await using var second = await AppProcess.StartAsync(database, Cancel, port);
        await WriteAsync(second, database, "CART");

        await Expect(page.Locator("article.out .bubble:not(.auto)")).ToHaveTextAsync(["Nakuja sasa hivi"], new() { Timeout = 60_000 });
        await Expect(box).ToHaveValueAsync("na tena");
        await Expect(page.Locator("article.in")).ToHaveCountAsync(2);
        await Expect(page.GetByText("Reconnecting since")).ToBeHiddenAsync();
        Assert.Equal(1, await database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'owner'", Cancel));
        await database.AssertInvariantsAsync(Cancel);
    }

    private static async Task WriteAsync(AppProcess app, TestDatabase database, string text)
    {
        using var request = SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, text));
        using var answer = await app.Client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        await WaitUntil.TrueAsync("everything is handled", async () => await database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from messaging_log where status = 'received'", Cancel) == 0, Cancel);
    }
}
