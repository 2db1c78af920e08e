using System.Net;
using System.Net.WebSockets;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;

namespace Jirani.Tests.Security;

public sealed class OriginGuardTests(PostgresFixture postgres)
{
    private const string Site = "https://jirani.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/hubs/dashboard")]
    [InlineData("/_blazor")]
    [InlineData("/_BLAZOR")]
    public async Task A_page_of_another_site_opens_no_circuit_and_no_hub_whoever_is_signed_in(string path)
    {
        await using var app = await StartAsync();
        using var owner = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();
        foreach (var origin in new[] { "https://evil.example", "null", "https://127.0.0.1", $"https://127.0.0.1:{app.Site.Port}", "https://jirani.example.evil.example", "http://jirani.example", $"{Site}, https://evil.example" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(owner.Client, path, origin));
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => RawSocket.OpenAsync(app, path, Cancel, Cookies(owner), origin));
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/hubs/dashboard")]
    [InlineData("/_blazor")]
    public async Task Pages_of_this_site_and_programs_without_an_origin_are_let_in(string path)
    {
        await using var app = await StartAsync();
        using var owner = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();
        foreach (var origin in new[] { null, Site, $"http://127.0.0.1:{app.Site.Port}" })
        {
            Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(owner.Client, path, origin));
            using var socket = await RawSocket.OpenAsync(app, path, Cancel, Cookies(owner), origin);
        }
    }

    [Fact]
    public async Task Another_site_is_refused_before_anybody_is_asked_who_they_are()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(app.Client, "/hubs/dashboard", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(app.Client, "/hubs/dashboard", Site));
    }

    private async Task<JiraniApp> StartAsync() => await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup
    {
        Settings = new Dictionary<string, string> { ["PUBLIC_SITE_URL"] = Site },
    });

    private static string Cookies(OwnerClient owner) => string.Join("; ", owner.Cookies);

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient client, string path, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", origin is null ? [] : [origin]);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
