using System.Net;
using System.Text.RegularExpressions;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Identity;

/// <summary>Opening a first store by the plain form.</summary>
public sealed partial class SignUpTests(ServedApp served, PostgresFixture postgres) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_opens_a_store_and_is_signed_in()
    {
        var app = served.App;
        using var browser = new OwnerClient(app);

        using var answer = await PostAsync(browser, Form(("Email", "ngugi@jirani.test"), ("StoreName", "Ngũgĩ & Sons"), ("CountryCode", "UG")));

        Assert.Equal((HttpStatusCode.Redirect, "/dashboard/settings"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("ngugi-sons UGX Africa/Kampala", await app.Database.ValueAsync<string>(Actor.Superuser,
            "select store_slug || ' ' || currency || ' ' || time_zone from store_settings where name = 'Ngũgĩ & Sons'", Cancel));
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/dashboard/settings", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Email", "nobody", "Write an email address")]
    [InlineData("Email", OwnerClient.Njeri, "Sign in instead")]
    [InlineData("Password", "short", "password")]
    [InlineData("StoreName", "  ", "Your shop")]
    [InlineData("Slug", "no good", "Small letters")]
    [InlineData("Slug", "mama-njeri", "Another shop has the address")]
    [InlineData("CountryCode", "XX", "Choose the country")]
    public async Task What_is_wrong_is_said_and_everything_typed_but_the_password_stays(string field, string value, string sentence)
    {
        var app = served.App;
        using var browser = new OwnerClient(app);
        var before = await StoresAsync(app);

        using var answer = await PostAsync(browser, Form((field, value)));
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(page), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(field == "Email" ? "Mama Akinyi" : "akinyi@jirani.test", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a long password of mine", page, StringComparison.Ordinal);
        Assert.Equal(before, await StoresAsync(app));
    }

    [Fact]
    public async Task Where_signing_up_is_off_there_is_no_such_page_and_no_way_to_it()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Settings = new Dictionary<string, string> { ["SignUp__Enabled"] = "false" } });

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/sign-up", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.Client.PostAsync("/sign-up", null, Cancel)).StatusCode);
        Assert.DoesNotContain("sign-up", await app.Client.GetStringAsync("/sign-in", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_opens_nothing()
    {
        var app = served.App;
        var before = await StoresAsync(app);

        using var answer = await app.Client.PostAsync("/sign-up", new FormUrlEncodedContent(Form()), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await StoresAsync(app));
    }

    private static Dictionary<string, string> Form(params (string Field, string Value)[] changes)
    {
        var form = new Dictionary<string, string>
        {
            ["Email"] = "akinyi@jirani.test",
            ["Password"] = "a long password of mine",
            ["StoreName"] = "Mama Akinyi",
            ["Slug"] = "",
            ["CountryCode"] = "KE",
        };
        foreach (var (field, value) in changes)
        {
            form[field] = value;
        }

        return form;
    }

    private static async Task<HttpResponseMessage> PostAsync(OwnerClient browser, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = Token().Match(await browser.Client.GetStringAsync("/sign-up", Cancel)).Groups[1].Value;
        return await browser.Client.PostAsync("/sign-up", new FormUrlEncodedContent(form), Cancel);
    }

    private static Task<long> StoresAsync(JiraniApp app) => app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from store_settings", Cancel);

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
