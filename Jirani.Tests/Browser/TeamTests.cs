using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

public sealed class TeamTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_person_is_invited_joins_by_the_link_reads_the_inbox_and_is_removed()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var owner = await OpenInboxAsync(app.Site);
        await owner.GotoAsync(new Uri(app.Site, "/dashboard/settings/team").ToString());
        await owner.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = new Uri(await owner.Locator("code").InnerTextAsync());

        var person = await OpenAsync(390, 844);
        await person.GotoAsync(new Uri(app.Site, link.PathAndQuery).ToString());
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "Join Mama Njeri" })).ToBeVisibleAsync();
        await person.GetByLabel("Email").FillAsync("wambui@jirani.test");
        await person.GetByLabel("Choose a password").FillAsync("a long password of mine");
        await person.GetByRole(AriaRole.Button, new() { Name = "Make my account and join" }).ClickAsync();

        await Expect(person.Locator("a.line")).ToHaveCountAsync(1);
        await Expect(owner.GetByText("wambui@jirani.test")).ToBeVisibleAsync();
        await OwnerScreen.AssertFitsAsync(person);
        await owner.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "Remove for good" }).ClickAsync();
        await Expect(owner.GetByText("wambui@jirani.test")).ToBeHiddenAsync();
        await Expect(person.Locator("a.line")).ToHaveCountAsync(0);

        var second = await OpenAsync();
        await second.GotoAsync(new Uri(app.Site, link.PathAndQuery).ToString());
        await Expect(second.GetByText("no longer open")).ToBeVisibleAsync();
    }
}
