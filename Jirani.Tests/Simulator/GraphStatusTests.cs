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

        var id = await AcceptAsync(meta, SimulatorHost.Text(callback: "42"));
        var statuses = await meta.Receiver.StatusesAsync(3, Cancelled);

        Assert.Equal(["sent", "delivered", "read"], Words(statuses));
        Assert.All(statuses, status => Assert.Equal(id, status.GetProperty("id").GetString()));
        Assert.All(statuses, status => Assert.Equal("42", status.GetProperty("biz_opaque_callback_data").GetString()));
        Assert.Equal(0, meta.Receiver.Forged);
    }

    [Fact]
    public async Task A_status_names_the_number_the_recipient_and_the_price_as_Meta_does()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        await AcceptAsync(meta, SimulatorHost.Text());
        var value = await meta.Receiver.NextValueAsync(Cancelled);

        var status = value.GetProperty("statuses")[0];
        Assert.Equal(SimulatorHost.Number, value.GetProperty("metadata").GetProperty("phone_number_id").GetString());
        Assert.Equal(SimulatorHost.Otieno, status.GetProperty("recipient_id").GetString());
        Assert.Equal("PMP", status.GetProperty("pricing").GetProperty("pricing_model").GetString());
        Assert.True(long.TryParse(status.GetProperty("timestamp").GetString(), out _));
        Assert.False(status.TryGetProperty("biz_opaque_callback_data", out _));
    }

    [Fact]
    public async Task A_customer_without_phone_is_named_by_user_id()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var message = new { messaging_product = "whatsapp", recipient = "KE.1349", type = "text", text = new { body = "Karibu" } };

        await AcceptAsync(meta, message);
        var statuses = await meta.Receiver.StatusesAsync(1, Cancelled);

        Assert.Equal("KE.1349", statuses[0].GetProperty("recipient_user_id").GetString());
        Assert.False(statuses[0].TryGetProperty("recipient_id", out _));
    }

    [Fact]
    public async Task A_refused_webhook_is_posted_again()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        meta.Receiver.AnswerNext(503, 500);

        await AcceptAsync(meta, SimulatorHost.Text());
        var statuses = await meta.Receiver.StatusesAsync(3, Cancelled);

        Assert.Equal(["delivered", "read", "sent"], Words(statuses).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Statuses_of_a_burst_share_posts_and_none_is_lost()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(turn => AcceptAsync(meta, SimulatorHost.Text(to: $"2547000010{turn:00}"))));
        var statuses = await meta.Receiver.StatusesAsync(180, Cancelled);

        Assert.Equal(180, statuses.Select(status => status.ToString()).Distinct().Count());
        Assert.InRange(meta.Receiver.Posts, 1, 170);
    }

    private static async Task<string?> AcceptAsync(SimulatorHost meta, object message)
    {
        using var answer = await meta.SendAsync(message, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return body.GetProperty("messages")[0].GetProperty("id").GetString();
    }

    private static IEnumerable<string?> Words(IEnumerable<JsonElement> statuses) =>
        statuses.Select(status => status.GetProperty("status").GetString());
}
