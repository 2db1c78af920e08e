using Jirani.Tests.Identity;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

public sealed class InboxTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    private const string Nakato = "nakato@jirani.test";

    [Fact]
    public async Task A_message_appears_in_every_tab_of_its_owner_and_in_nobody_elses()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var first = await OpenInboxAsync(app, OwnerClient.Njeri);
        var second = await OpenInboxAsync(app, OwnerClient.Njeri);
        var stranger = await OpenInboxAsync(app, Nakato);

        await app.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);

        await Expect(first.Locator("a.line")).ToHaveCountAsync(1);
        await Expect(second.Locator("a.line")).ToHaveCountAsync(1);
        await app.SendTextAsync(Cast.NakatoFresh, Cast.Achieng, "HELP", Cancel);
        await Expect(stranger.Locator("a.line")).ToHaveCountAsync(1);
        await Expect(stranger.Locator("a.line")).Not.ToContainTextAsync("SUGAR");
    }

    [Fact]
    public async Task An_open_thread_follows_the_conversation_down_to_the_order()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        await page.Locator("a.line").ClickAsync();
        await Expect(page.Locator("article.out")).ToHaveCountAsync(1);

        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel);

        await Expect(page.Locator("article.out").Last).ToContainTextAsync("/api/payments/initiate?order=");
        await Expect(page.Locator("article.out .tick").Last).ToHaveTextAsync("Read");
        await Expect(page.Locator("article.in .tick").Last).ToHaveTextAsync("Handled");
    }

    [Fact]
    public async Task A_thread_is_an_address_that_survives_a_reload_and_shows_nothing_to_another_owner()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri);
        await page.Locator("a.line").ClickAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(2);

        await page.ReloadAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(2);

        var stranger = await OpenInboxAsync(app, Nakato);
        await stranger.GotoAsync(page.Url);
        await Expect(stranger.GetByText("No such conversation")).ToBeVisibleAsync();
        await Expect(stranger.Locator("article")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Opening_a_conversation_reads_it()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri);
        await Expect(page.Locator("a.line .badge")).ToHaveCountAsync(1);

        await page.Locator("a.line").ClickAsync();

        await Expect(page.Locator("a.line .badge")).ToHaveCountAsync(0);
        Assert.Equal(0, await app.Database.ValueAsync<int>(Actor.Superuser, "select unread from conversations", Cancel));
    }

    [Fact]
    public async Task Where_only_an_answer_counts_as_reading_an_opened_conversation_stays_unread_until_then()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(shop.App, OwnerClient.Njeri);
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Opening a conversation marks it read").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");

        var box = await OwnerScreen.TakeOverAsync(page);
        Assert.Equal(1, await shop.Database.ValueAsync<int>(Actor.Superuser, "select unread from conversations", Cancel));

        await box.FillAsync("Karibu");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.out").Last).ToContainTextAsync("Karibu");
        await Expect(page.Locator("a.line .badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_a_customer_writes_never_runs()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri);
        var alarms = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            alarms.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };

        await app.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "\"><img src=x onerror=alert(1)><script>alert(2)</script>\u202Edlrow", Cancel);
        await page.Locator("a.line").ClickAsync();
        await Expect(page.Locator("article.in p").First).ToContainTextAsync("<script>alert(2)</script>");

        Assert.Empty(alarms);
        await Expect(page.Locator("main img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_search_stands_in_the_address_and_survives_a_reload()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Achieng, "HELP", Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri);
        await Expect(page.Locator("a.line")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("0" + Cast.Otieno[3..]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("a.line")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(page.Locator("a.line")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "Unpaid" }).ClickAsync();
        await Expect(page.GetByText("among “Unpaid”")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all conversations" }).ClickAsync();
        await Expect(page.Locator("a.line")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_owner_takes_over_answers_once_and_hands_back_and_a_draft_survives_a_reload()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri, width: 390, height: 844);
        await page.Locator("a.line").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over to reply" }).ClickAsync();

        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });
        await box.FillAsync("Pole Otieno, nakuja");
        await Expect(page.Locator("article.out")).ToHaveCountAsync(1);
        await WaitUntil.TrueAsync("the draft is kept", () => page.EvaluateAsync<bool>("Object.keys(localStorage).some(key => key.startsWith('jirani.draft.'))"), Cancel);
        await page.ReloadAsync();
        await Expect(box).ToHaveValueAsync("Pole Otieno, nakuja");
        await box.PressAsync("Enter");
        await Expect(page.Locator("article.out")).ToHaveCountAsync(2);
        await Expect(box).ToHaveValueAsync("");
        await Expect(page.Locator("article.out .tick").Last).ToHaveTextAsync("Read");

        Assert.Equal(1, await app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'owner'", Cancel));
        await AssertFitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand back" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take over to reply" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_there_is_one_pane_at_a_time_and_nothing_scrolls_sideways()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        var page = await OpenInboxAsync(app, OwnerClient.Njeri, width: 360, height: 740);
        await AssertFitsAsync(page);
        await Expect(page.Locator(".thread")).ToBeHiddenAsync();

        await page.Locator("a.line").ClickAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(2);

        await Expect(page.Locator("a.line")).ToBeHiddenAsync();
        await AssertFitsAsync(page);
        await page.GetByLabel("Back to the list").ClickAsync();
        await Expect(page.Locator("a.line")).ToBeVisibleAsync();
    }

    private Task<IPage> OpenInboxAsync(JiraniApp app, string email, int width = 1440, int height = 900) =>
        OpenInboxAsync(app.Site, email, width, height);

    private static Task AssertFitsAsync(IPage page) => OwnerScreen.AssertFitsAsync(page);
}
