using System.Net.WebSockets;
using System.Text;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;

namespace Jirani.Tests.Security;

/// <summary>What one message over a web socket may bring.</summary>
public sealed class MessageSizeTests(PostgresFixture postgres)
{
    private const int Largest = 32 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_to_the_hub_above_32_kilobytes_ends_the_connection()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var owner = new OwnerClient(app);
        (await owner.SignInAsync(Cancel)).Dispose();
        using var socket = await RawSocket.OpenAsync(app, "/hubs/dashboard", Cancel, string.Join("; ", owner.Cookies));
        await socket.GreetAsync("json", Cancel);

        await socket.SendAsync(Question(Largest - 100), Cancel);
        Assert.Contains("mama-njeri", await NextAsync(socket), StringComparison.Ordinal);

        await socket.SendAsync(Question(Largest + 1), Cancel);
        await socket.AssertEndsAsync(Cancel);
    }

    [Fact]
    public async Task A_message_to_a_circuit_above_32_kilobytes_ends_the_connection()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        using var socket = await RawSocket.OpenAsync(app, "/_blazor", Cancel);
        await socket.GreetAsync("blazorpack", Cancel);

        // A ping is an array of one number, after its length; one that is too long is judged by its length alone.
        await socket.SendAsync([2, 0x91, 6], Cancel);
        await socket.SendAsync([0x81, 0x80, 0x02, .. new byte[Largest + 1]], Cancel);

        await socket.AssertEndsAsync(Cancel);
    }

    [Fact]
    public async Task Without_the_simulator_a_circuits_socket_needs_a_signed_in_owner()
    {
        var off = new JiraniAppSetup { Settings = new Dictionary<string, string> { ["Simulator__Enabled"] = "false" } };
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, off);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => RawSocket.OpenAsync(app, "/_blazor", Cancel));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Asks for the caller's stores in so many bytes.</summary>
    private static byte[] Question(int bytes)
    {
        const string begin = """{"type":1,"invocationId":"1","target":"Stores","arguments":[],"pad":" """;
        return Encoding.UTF8.GetBytes(begin.PadRight(bytes - 2, 'x') + "\"}" + '\u001e');
    }

    /// <summary>The next that is no ping.</summary>
    private static async Task<string?> NextAsync(RawSocket socket)
    {
        string? next;
        do
        {
            next = await socket.ReadAsync(Cancel);
        }
        while (next == "{\"type\":6}\u001e");
        return next;
    }
}
