using System.Net;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Observability;

public sealed class SurfaceTests(ServedApp served, PostgresFixture postgres) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("DELETE", "/dashboard/whatsapp", 405)]
    [InlineData("PUT", "/api/payments/initiate", 405)]
    [InlineData("PATCH", "/sign-in", 405)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("GET", "/appsettings.Development.json", 404)]
    public async Task Every_error_is_a_problem_in_json(string method, string path, int status)
    {
        var app = served.App;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await app.Client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/store/mama-njeri/track")]
    [InlineData("/dashboard/whatsapp")]
    [InlineData("/css/public.css")]
    public async Task Every_answer_keeps_browsers_strict(string path)
    {
        var app = served.App;

        using var answer = await app.Client.GetAsync(path, Cancel);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Without_the_simulator_a_circuit_needs_a_signed_in_owner()
    {
        var off = new JiraniAppSetup { Settings = new Dictionary<string, string> { ["Simulator__Enabled"] = "false" } };
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, off);
        using var owner = new Identity.OwnerClient(app);

        using var stranger = await app.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);
        (await owner.SignInAsync(Cancel)).Dispose();
        using var known = await owner.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }
}
