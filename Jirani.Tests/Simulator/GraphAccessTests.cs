using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

public sealed class GraphAccessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer another")]
    [InlineData("OAuth " + SimulatorHost.Token)]
    public async Task A_wrong_token_is_refused_with_190(string? authorization)
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        meta.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var answer = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        var error = await ErrorAsync(answer);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(190, error.GetProperty("code").GetInt32());
        Assert.Equal("OAuthException", error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_number_nobody_has_is_refused_with_100_and_33()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        using var sent = await meta.SendAsync(SimulatorHost.Text(), Cancelled, number: "999");
        using var shown = await meta.Http.GetAsync(new Uri("v26.0/999", UriKind.Relative), Cancelled);

        foreach (var error in new[] { await ErrorAsync(sent), await ErrorAsync(shown) })
        {
            Assert.Equal((100, 33), (error.GetProperty("code").GetInt32(), error.GetProperty("error_subcode").GetInt32()));
        }
    }

    [Fact]
    public async Task A_number_proves_itself_by_its_own_id()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        var number = await meta.Http.GetFromJsonAsync<JsonElement>("v26.0/100000000000002", Cancelled);

        Assert.Equal("100000000000002", number.GetProperty("id").GetString());
        Assert.Equal("Nakato Fresh", number.GetProperty("verified_name").GetString());
    }

    [Fact]
    public async Task A_store_given_by_setting_is_known_beside_the_demo_stores()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled, ("Simulator:Stores:0:PhoneNumberId", "777"));

        using var added = await meta.SendAsync(SimulatorHost.Text(), Cancelled, number: "777");
        using var demo = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (added.StatusCode, demo.StatusCode));
    }

    [Fact]
    public async Task Nothing_answers_where_the_simulator_is_off()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled, ("Simulator:Enabled", "false"));

        using var answer = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_read_receipt_succeeds_and_is_no_message()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        using var answer = await meta.SendAsync(new { messaging_product = "whatsapp", status = "read", message_id = "wamid.x" }, Cancelled);

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.True(body.GetProperty("success").GetBoolean());
        Assert.Equal(0, (await meta.LedgerAsync(Cancelled)).GetProperty("acceptedTotal").GetInt32());
    }

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error");
}
