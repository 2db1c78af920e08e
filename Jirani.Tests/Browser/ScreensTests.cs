using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Jirani.Tests.Identity;
using Jirani.Tests.Payments;
using Jirani.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Jirani.Tests.Browser;

/// <summary>
/// Every screen in both widths and themes: nothing serious for axe, nothing cut sideways, no request to another host, nothing poisoned
/// that runs. Where JIRANI_TEST_PICTURES names a folder, each is photographed into it.
/// </summary>
public sealed class ScreensTests(PostgresFixture postgres, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string? _pictures = Environment.GetEnvironmentVariable("JIRANI_TEST_PICTURES") is { Length: > 0 } folder ? Repository.File(folder) : null;

    /// <summary>In everything that somebody can write, but for the photographer.</summary>
    private static readonly string _poison = _pictures is null ? " \"><img src=x onerror=alert(1)><script>alert(2)</script>" : "";

    /// <summary>What passes is not listed: that is most of the work.</summary>
    private static readonly AxeRunOptions _onlyFaults = new() { ResultTypes = [ResultType.Violations] };

    private readonly List<string> _complaints = [];

    /// <summary>Both widths and both themes, each once; every pair is for the photographer only.</summary>
    public static TheoryData<int, int, bool> Views =>
        _pictures is null
            ? new() { { 1440, 900, true }, { 390, 844, false } }
            : new() { { 1440, 900, false }, { 1440, 900, true }, { 390, 844, false }, { 390, 844, true } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_screen_is_fit_to_be_used(int width, int height, bool isDark)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await FillAsync(app);
        var page = await OpenAsync(width, height, isDark);
        Watch(page, app.Site);
        var name = $"{(width < 600 ? "phone" : "desktop")}-{(isDark ? "dark" : "light")}";

        await LookAsync(page, app, "sign-in", "h1", name);
        await LookAsync(page, app, "sign-up", "h1", name);
        await page.GotoAsync(new Uri(app.Site, "/sign-in").ToString());
        await page.GetByLabel("Email").FillAsync(OwnerClient.Njeri);
        await page.GetByLabel("Password").FillAsync(OwnerClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("a.line").First).ToBeVisibleAsync();
        await JudgeAsync(page, $"inbox-list-{name}");

        await page.Locator("a.line", new() { HasText = "Achieng" }).ClickAsync();
        await Expect(page.Locator("article")).Not.ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take over to reply" }).ClickAsync();
        await Expect(page.Locator(".composer .hint")).Not.ToBeEmptyAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Message" }).FillAsync("Ndiyo, tunapeleka Ruaka leo.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.out .tick").Last).ToHaveTextAsync("Read");
        await JudgeAsync(page, $"inbox-thread-{name}");
        await BuildQuestionAsync(page);
        await JudgeAsync(page, $"inbox-question-{name}");
        await page.GetByLabel("Close without asking").ClickAsync();
        if (width < 1280)
        {
            await page.GetByLabel("Show or hide the details").ClickAsync();
        }

        foreach (var tab in new[] { "Customer", "Cart", "Orders", "Notes" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await JudgeAsync(page, $"inbox-{tab.ToLowerInvariant()}-{name}");
        }

        await LookAtOrdersAsync(page, app, name);
        await LookAtMoneyAsync(page, app, name);
        await LookAsync(page, app, "dashboard/settings", ".guide", name);
        await LookAsync(page, app, "dashboard/settings/replies", "#code", name);
        await LookAsync(page, app, "dashboard/settings/team", ".team li", name);
        await LookAsync(page, app, "simulator", ".device", name);
        await page.GetByRole(AriaRole.Button, new() { Name = "HELP" }).ClickAsync();
        await Expect(page.Locator(".bubble:not(.mine)").First).ToBeVisibleAsync();
        await JudgeAsync(page, $"simulator-{name}");
        Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));
    }

    private async Task LookAtOrdersAsync(IPage page, JiraniApp app, string name)
    {
        await LookAsync(page, app, "dashboard/orders", "a.line .sum", name);
        await page.GotoAsync(new Uri(app.Site, "dashboard/orders?show=to-pack").ToString());
        await page.GetByLabel("Choose order 1041").CheckAsync();
        await Expect(page.GetByText("1 chosen")).ToBeVisibleAsync();
        await JudgeAsync(page, $"orders-chosen-{name}");
        await page.Locator("a.line", new() { HasText = "#1041" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send out with a courier" }).ClickAsync();
        await page.GetByLabel("Link to follow it").FillAsync("courier.test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send out", Exact = false }).Last.ClickAsync();
        await Expect(page.Locator(".ship .fault")).ToBeVisibleAsync();
        await JudgeAsync(page, $"orders-ship-{name}");
        await LookAsync(page, app, "dashboard/orders/packing?store=mama-njeri", "h2", name);
    }

    private async Task LookAtMoneyAsync(IPage page, JiraniApp app, string name)
    {
        await LookAsync(page, app, "dashboard/payments", "a.line .order", name);
        await page.Locator("a.line", new() { HasText = "#1036" }).ClickAsync();
        await Expect(page.Locator(".one .main")).ToHaveTextAsync("Reopen #1036 and tell =Kamau");
        await JudgeAsync(page, $"payments-review-{name}");
        await page.GotoAsync(new Uri(app.Site, "dashboard/payments?show=paid").ToString());
        await page.Locator("a.line", new() { HasText = "#1041" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Refund" }).ClickAsync();
        await page.GetByLabel("Give back, KES").FillAsync("900");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Locator(".refund .fault")).ToBeVisibleAsync();
        await JudgeAsync(page, $"payments-refund-{name}");
    }

    private static async Task BuildQuestionAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask with buttons" }).ClickAsync();
        await page.GetByLabel("Question").FillAsync("Mchele wa Pishori uko. Niongeze kilo ngapi?");
        await page.GetByLabel("Answer 1", new() { Exact = true }).FillAsync("Kilo moja");
        await page.GetByLabel("Answer 2", new() { Exact = true }).FillAsync("Kilo mbili");
        await Expect(page.Locator(".phone .tap").Last).ToHaveTextAsync("Kilo mbili");
    }

    private static async Task FillAsync(JiraniApp app)
    {
        await app.AskAsync(Cast.MamaNjeri, "254722418093", "ADD MILK-500ML 3", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Achieng, "Do you deliver to Ruaka today?", Cancel);
        await PaymentRecords.AddToSeedAsync(app.Database, Cast.MamaNjeri, Cancel);
        await app.SendTextAsync(Cast.MamaNjeri, Cast.Achieng, $"Na mna maziwa?{_poison}", Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, """
            update customers set name = case phone when '254722418093' then 'Kamau Njoroge' when $1 then 'Otieno Ouma' else 'Achieng Odhiambo' || $3 end
            where phone in ('254722418093', $1, $2)
            """, Cancel, Cast.Otieno, Cast.Achieng, _poison);
        await app.Database.ExecuteAsync(Actor.Superuser, """
            insert into customer_notes (store_id, customer_id, author_id, text)
            select u.store_id, u.id, s.user_id, 'Leave with the watchman when she is at work.' || $2 from customers u join store_settings s on s.id = u.store_id where u.phone = $1
            """, Cancel, Cast.Achieng, _poison);
        await app.Database.ExecuteAsync(Actor.Superuser,
            "insert into quick_replies (store_id, code, text) select id, 'hours', 'We are open from 8 to 18.' || $1 from store_settings where store_slug = 'mama-njeri'", Cancel, _poison);
        await app.Database.ExecuteAsync(Actor.Superuser, "update products set name = name || $1 where sku = 'MILK-500ML'", Cancel, _poison);
    }

    private void Watch(IPage page, Uri site)
    {
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"a dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _complaints.Add($"another host was asked: {request.Url}");
            }
        };
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _complaints.Add(line.Text);
            }
        };
    }

    private async Task LookAsync(IPage page, JiraniApp app, string path, string mark, string name)
    {
        await page.GotoAsync(new Uri(app.Site, path).ToString());
        await Expect(page.Locator(mark).First).ToBeVisibleAsync();
        await JudgeAsync(page, $"{path.Split('?')[0].Replace("dashboard/", "", StringComparison.Ordinal).Replace('/', '-')}-{name}");
    }

    private async Task JudgeAsync(IPage page, string picture)
    {
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"))
        {
            _complaints.Add($"{picture} scrolls sideways");
        }

        var found = await page.RunAxe(_onlyFaults);
        _complaints.AddRange(found.Violations
            .Where(rule => rule.Impact is "serious" or "critical")
            .Select(rule => $"{picture}: {rule.Id} at {string.Join(" | ", rule.Nodes.Take(3).Select(node => $"{node.Target} {node.Html}"))}"));
        if (_pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, $"{picture}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
