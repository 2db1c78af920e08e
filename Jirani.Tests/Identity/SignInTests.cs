using System.Net;
using Jirani.Tests.Support;
using Jirani.Web.Identity;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Identity;

public sealed class SignInTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_signs_in_and_opens_the_dashboard()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var owner = new OwnerClient(app);

        using var answer = await owner.SignInAsync(Cancel);
        using var dashboard = await owner.Client.GetAsync("/dashboard/whatsapp", Cancel);

        Assert.Equal("/dashboard/whatsapp", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, dashboard.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_person_get_one_answer()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var owner = new OwnerClient(app);

        using var wrong = await owner.SignInAsync(Cancel, password: "not-the-password");
        using var unknown = await owner.SignInAsync(Cancel, email: "nnnnn@jirani.test", password: "not-the-password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(Blank(await wrong.Content.ReadAsStringAsync(Cancel)), Blank(await unknown.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task Only_addresses_of_this_site_are_returned_to()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        foreach (var elsewhere in new[] { "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example", "%2f%2fevil.example", "/\t/evil.example", "javascript:alert(1)" })
        {
            using var owner = new OwnerClient(app);
            using var answer = await owner.SignInAsync(Cancel, returnUrl: elsewhere);
            Assert.Equal("/dashboard/whatsapp", answer.Headers.Location?.ToString());
        }

        using var local = new OwnerClient(app);
        using var kept = await local.SignInAsync(Cancel, returnUrl: "/%5cevil.example");
        Assert.Equal("/%5cevil.example", kept.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Another_sites_form_signs_nobody_in()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = OwnerClient.Njeri, ["Password"] = OwnerClient.Password });

        using var answer = await app.Client.PostAsync("/sign-in", form, Cancel);

        Assert.Equal("/sign-in", answer.Headers.Location?.ToString());
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("jirani=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_a_minute_after_signing_out()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Clock = clock });
        using var owner = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();
        var copy = string.Join("; ", owner.Cookies);
        Assert.Equal(HttpStatusCode.OK, await owner.OpenDashboardAsync(copy, Cancel));

        (await owner.SignOutAsync(Cancel)).Dispose();
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, await owner.OpenDashboardAsync(copy, Cancel));
    }

    [Fact]
    public async Task A_busy_sign_in_ends_after_eight_hours_all_the_same()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Clock = clock });
        using var owner = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();

        for (var half = 0; half < 16; half++)
        {
            using var busy = await owner.Client.GetAsync("/dashboard/whatsapp", Cancel);
            Assert.Equal(HttpStatusCode.OK, busy.StatusCode);
            clock.Advance(TimeSpan.FromMinutes(30));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await owner.Client.GetAsync("/dashboard/whatsapp", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var empty = new FormUrlEncodedContent([]);
        var last = HttpStatusCode.OK;

        for (var guess = 0; guess < 21; guess++)
        {
            using var answer = await app.Client.PostAsync("/sign-in", empty, Cancel);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    /// <summary>F-107: an account can be guessed at slowly only, and guessing shuts its owner out of no browser they use and ends no session.</summary>
    [Fact]
    public async Task A_stranger_who_guesses_keeps_the_owner_out_of_no_browser_they_used_before()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Clock = clock });
        using var owner = new OwnerClient(app);
        using var stranger = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();   // the first of the ten that browsers have together which nobody knows

        for (var guess = 1; guess < 10; guess++)
        {
            using var wrong = await stranger.SignInAsync(Cancel, password: $"not-the-password-{guess}");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var oneMore = await stranger.SignInAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(61));
        using var stillIn = await owner.Client.GetAsync("/dashboard/whatsapp", Cancel);
        (await owner.SignOutAsync(Cancel)).Dispose();
        using var again = await owner.SignInAsync(Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, oneMore.StatusCode);
        Assert.Contains("Too many tries with this email", await oneMore.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    /// <summary>A browser's tries are its own, and a cookie that somebody made up is none.</summary>
    [Fact]
    public async Task What_makes_a_browser_known_is_neither_made_up_nor_good_for_another_account()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var owner = new OwnerClient(app);
        using var stranger = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();
        var known = Assert.Single(owner.Cookies, cookie => cookie.Name.StartsWith("jirani-known-", StringComparison.Ordinal));

        for (var guess = 0; guess < 10; guess++)
        {
            (await stranger.SignInAsync(Cancel, "nakato@jirani.test", $"not-the-password-{guess}")).Dispose();
        }

        var other = $"jirani-known-{AccountKey.Of("nakato@jirani.test")}";
        foreach (var value in new[] { "made-up", known.Value })
        {
            stranger.Keep(other, value);
            using var answer = await stranger.SignInAsync(Cancel, "nakato@jirani.test");
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }

    private static string Blank(string page) => System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", "");
}
