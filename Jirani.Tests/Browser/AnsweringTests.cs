using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>An owner answers in a real browser, down to what the emulated Graph was given.</summary>
public sealed class AnsweringTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    [InlineData(360, 740)]
    public async Task What_is_written_in_a_hurry_goes_out_in_its_order_each_once(int width, int height)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(shop.App.Site, width: width, height: height);
        var box = await OwnerScreen.TakeOverAsync(page);
        await box.FocusAsync();

        foreach (var word in new[] { "moja", "mbili", "tatu" })
        {
            await page.Keyboard.TypeAsync(word);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.Keyboard.TypeAsync("na nne");
        await Expect(page.Locator("article.out .bubble:not(.auto)")).ToHaveTextAsync(["moja", "mbili", "tatu"]);
        await Expect(page.Locator(".pending > *")).ToHaveCountAsync(0);
        await Expect(box).ToHaveValueAsync("na nne");
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 4, Cancel);
        Assert.Equal(["moja", "mbili", "tatu"], (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Skip(1).Select(taken => taken.Text));
        await OwnerScreen.AssertFitsAsync(page);
    }

    [Fact]
    public async Task A_new_line_a_composition_and_an_open_place_send_nothing()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(shop.App.Site);
        var box = await OwnerScreen.TakeOverAsync(page);
        await box.FocusAsync();

        await page.Keyboard.TypeAsync("moja");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("mbili");
        await box.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, bubbles = true });
        await box.DispatchEventAsync("keydown", new { key = "Enter", keyCode = 229, bubbles = true });
        await Expect(box).ToHaveValueAsync("moja\nmbili");

        await box.FillAsync("Order {{order.number}}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".composer .fault")).ToContainTextAsync("{{order.number}}");
        await box.FillAsync(new string('a', 3500));
        await Expect(page.Locator(".counter")).ToHaveTextAsync("3500 of 4096");
        Assert.Equal(0, await shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'owner'", Cancel));
    }

    [Fact]
    public async Task A_failed_message_says_why_and_is_sent_again_by_one_new_call()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);
        var page = await OpenInboxAsync(shop.App.Site, width: 390, height: 844);
        var box = await OwnerScreen.TakeOverAsync(page);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 400, code = 131047 });

        await box.FillAsync("Karibu tena");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".why")).ToContainTextAsync("(131047)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

        await Expect(page.Locator("article.out .tick").Last).ToHaveTextAsync("Read");
        await Expect(page.GetByText("Sent again below.")).ToBeVisibleAsync();
        Assert.Equal(2, (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count);
    }

    [Fact]
    public async Task A_slash_offers_what_is_said_often_with_the_customers_name_in_it()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await shop.Database.ExecuteAsync(Actor.Superuser, """
            insert into quick_replies (store_id, code, text)
            select id, code, text from store_settings, (values ('hours', 'We open at 8.'), ('thanks', 'Asante {{customer.name}}!')) reply(code, text) where store_slug = 'mama-njeri'
            """, Cancel);
        var page = await OpenInboxAsync(shop.App.Site);
        var box = await OwnerScreen.TakeOverAsync(page);
        await box.FocusAsync();

        await page.Keyboard.TypeAsync("Poa. /tks");
        await Expect(page.Locator(".picker .option")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("Poa. Asante Otieno!");
        await page.Keyboard.TypeAsync(" /");
        await Expect(page.Locator(".picker .option")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".picker")).ToBeHiddenAsync();
        Assert.Equal(0, await shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'owner'", Cancel));
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 780)]
    public async Task A_question_is_built_beside_what_the_customer_will_see_and_stands_in_the_thread_with_its_answers(int width, int height)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(shop.App.Site, width: width, height: height);
        await OwnerScreen.TakeOverAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask with buttons" }).ClickAsync();

        await page.GetByLabel("Question").FillAsync("Leo au kesho?");
        await page.GetByLabel("Answer 1", new() { Exact = true }).FillAsync("Leo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Write what is tapped, or take it away.")).ToBeVisibleAsync();
        await page.GetByLabel("Answer 2", new() { Exact = true }).FillAsync("Kesho");
        await Expect(page.Locator(".phone .tap")).ToHaveTextAsync(["Leo", "Kesho"]);
        await OwnerScreen.AssertFitsAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();

        await Expect(page.Locator(".builder")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })).ToBeVisibleAsync();
        await Expect(page.Locator("article.out .choices li")).ToHaveTextAsync(["Leo", "Kesho"]);
        await Expect(page.Locator("article.out .tick").Last).ToHaveTextAsync("Read");
    }

    [Fact]
    public async Task The_keyboard_alone_reads_answers_fills_a_cart_and_hands_back()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Achieng, "HELP", Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var page = await OpenInboxAsync(shop.App.Site);
        var keys = page.Keyboard;
        await Expect(page.Locator("a.line")).ToHaveCountAsync(2);

        await keys.PressAsync("?");
        await Expect(page.Locator("dialog#keys")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("j");
        await Expect(page.Locator("a.line").First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("article")).ToHaveCountAsync(2);
        await keys.PressAsync("r");
        await Expect(page.Locator(".composer .hint")).ToHaveTextAsync("Enter");
        await keys.PressAsync("r");
        await keys.TypeAsync("Sawa");
        await keys.PressAsync("Control+Enter");
        await Expect(page.Locator("article.out").Last).ToContainTextAsync("Sawa");
        await keys.PressAsync("Escape");
        await keys.PressAsync("c");
        await Expect(page.GetByText("The cart is empty")).ToBeVisibleAsync();
        await keys.PressAsync("p");
        await page.Locator("#product").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("article.out").Last).ToContainTextAsync("into your cart");
        await keys.PressAsync("Escape");
        await keys.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }
}
