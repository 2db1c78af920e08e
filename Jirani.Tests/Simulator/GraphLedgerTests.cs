using System.Text.Json;

namespace Jirani.Tests.Simulator;

public sealed class GraphLedgerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ledger_lists_what_was_accepted_and_counts_what_was_refused()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        using var accepted = await meta.SendAsync(SimulatorHost.Text("Karibu", callback: "1"), Cancelled);
        using var refused = await meta.SendAsync(SimulatorHost.Text(""), Cancelled);
        var ledger = await meta.LedgerAsync(Cancelled);

        var entry = Assert.Single(ledger.GetProperty("accepted").EnumerateArray());
        Assert.Equal(SimulatorHost.Otieno, entry.GetProperty("to").GetString());
        Assert.Equal("1", entry.GetProperty("callbackData").GetString());
        Assert.Equal("Karibu", entry.GetProperty("text").GetString());
        Assert.Equal(1, ledger.GetProperty("refused").GetProperty("100").GetInt32());
    }

    [Fact]
    public async Task A_log_row_sent_twice_is_found()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        foreach (var callback in new[] { "1", "2", "1" })
        {
            using var answer = await meta.SendAsync(SimulatorHost.Text(callback: callback), Cancelled);
        }

        var ledger = await meta.LedgerAsync(Cancelled);
        Assert.Equal(1, ledger.GetProperty("acceptedTwiceTotal").GetInt32());
        Assert.Equal(["1"], ledger.GetProperty("acceptedTwice").EnumerateArray().Select(callback => callback.GetString()));
    }

    [Fact]
    public async Task The_ledger_can_be_narrowed_and_emptied()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        using var otieno = await meta.SendAsync(SimulatorHost.Text(), Cancelled);
        using var wanjiku = await meta.SendAsync(SimulatorHost.Text(to: "254727330914"), Cancelled);

        var narrowed = await meta.LedgerAsync(Cancelled, "?phone_number_id=100000000000001&to=254727330914");
        using var emptied = await meta.Http.DeleteAsync(new Uri("ledger", UriKind.Relative), Cancelled);
        var empty = await meta.LedgerAsync(Cancelled);

        Assert.Equal("254727330914", Assert.Single(Listed(narrowed)).GetProperty("to").GetString());
        Assert.Empty(Listed(empty));
    }

    private static JsonElement.ArrayEnumerator Listed(JsonElement ledger) => ledger.GetProperty("accepted").EnumerateArray();
}
