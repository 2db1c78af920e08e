using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

public sealed class GraphFaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scripted_error_meets_the_next_message_and_only_that()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await meta.ScriptAsync(Cancelled, new { kind = "error", status = 429, code = 130429, retryAfter = 2 });

        using var first = await meta.SendAsync(SimulatorHost.Text(), Cancelled);
        using var second = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        var error = (await first.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error");
        Assert.Equal((429, 130429), ((int)first.StatusCode, error.GetProperty("code").GetInt32()));
        Assert.Equal(TimeSpan.FromSeconds(2), first.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task An_accepted_hang_is_settled_by_its_statuses()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await meta.ScriptAsync(Cancelled, new { kind = "hang", seconds = 120, accept = true });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var hanging = meta.SendAsync(SimulatorHost.Text(callback: "7"), patience.Token);
        var statuses = await meta.Receiver.StatusesAsync(1, Cancelled);
        await patience.CancelAsync();

        Assert.Equal("7", statuses[0].GetProperty("biz_opaque_callback_data").GetString());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task A_reset_cuts_the_connection_and_takes_nothing_on()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await meta.ScriptAsync(Cancelled, new { kind = "reset" });

        await Assert.ThrowsAsync<HttpRequestException>(() => meta.SendAsync(SimulatorHost.Text(), Cancelled));

        Assert.Equal(0, (await meta.LedgerAsync(Cancelled)).GetProperty("acceptedTotal").GetInt32());
    }

    [Fact]
    public async Task A_broken_server_answers_with_a_page()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await meta.ScriptAsync(Cancelled, new { kind = "html500" });

        using var answer = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Statuses_can_come_before_the_answer()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await meta.ScriptAsync(Cancelled, new { kind = "status_before_answer" });

        using var answer = await meta.SendAsync(SimulatorHost.Text(), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, meta.Receiver.Posts);
    }

    [Fact]
    public async Task Statuses_come_in_the_order_of_the_script()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        string[] wanted = ["read", "failed", "sent", "sent"];
        await meta.ScriptAsync(Cancelled, new { kind = "no_statuses" }, new { kind = "statuses", code = 131026, statuses = wanted });

        using var silent = await meta.SendAsync(SimulatorHost.Text(), Cancelled);
        using var scripted = await meta.SendAsync(SimulatorHost.Text(), Cancelled);
        var statuses = await meta.Receiver.StatusesAsync(4, Cancelled);

        Assert.Equal(wanted, statuses.Select(status => status.GetProperty("status").GetString()));
        Assert.Equal(131026, statuses[1].GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_customer_silent_for_a_day_is_out_of_reach()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        await RememberAsync(meta, SimulatorHost.Otieno, DateTimeOffset.UtcNow.AddHours(-25));
        await RememberAsync(meta, "254727330914", DateTimeOffset.UtcNow.AddHours(-23));

        using var late = await meta.SendAsync(SimulatorHost.Text(), Cancelled);
        using var inTime = await meta.SendAsync(SimulatorHost.Text(to: "254727330914"), Cancelled);

        var error = (await late.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error");
        Assert.Equal(131047, error.GetProperty("code").GetInt32());
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
    }

    private static async Task RememberAsync(SimulatorHost meta, string customer, DateTimeOffset lastMessageAt)
    {
        var window = new { phoneNumberId = SimulatorHost.Number, customer, lastMessageAt };
        using var answer = await meta.Http.PostAsJsonAsync("windows", window, Cancelled);
        answer.EnsureSuccessStatusCode();
    }
}
