using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

public sealed class GraphStatusTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_message_is_answered_with_sent_delivered_and_read()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        using var answer = await meta.SendAsync(SimulatorHost.Text(callback: "42"), Cancelled);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var statuses = await meta.Receiver.StatusesAsync(3, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["sent", "delivered", "read"], statuses.Select(status => status.GetProperty("status").GetString()));
        var id = body.GetProperty("messages")[0].GetProperty("id").GetString();
        Assert.StartsWith("wamid.", id, StringComparison.Ordinal);
        Assert.All(statuses, status => Assert.Equal(id, status.GetProperty("id").GetString()));
        Assert.All(statuses, status => Assert.Equal("42", status.GetProperty("biz_opaque_callback_data").GetString()));
        Assert.Equal(0, meta.Receiver.Forged);
    }
}
