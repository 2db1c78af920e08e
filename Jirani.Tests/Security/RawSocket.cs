using System.Net.WebSockets;
using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Security;

/// <summary>A web socket to a hub or a circuit without the client that belongs to it.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private RawSocket()
    {
    }

    /// <param name="cookies">As a header; null = nobody is signed in.</param>
    /// <param name="origin">Null = not said.</param>
    /// <exception cref="WebSocketException">The app refused; the message names the status.</exception>
    public static async Task<RawSocket> OpenAsync(JiraniApp app, string path, CancellationToken cancellationToken, string? cookies = null, string? origin = null)
    {
        var socket = new RawSocket();
        socket._socket.Options.SetRequestHeader("Cookie", cookies);
        socket._socket.Options.SetRequestHeader("Origin", origin);
        await socket._socket.ConnectAsync(new UriBuilder(new Uri(app.Site, path)) { Scheme = "ws" }.Uri, cancellationToken);
        return socket;
    }

    /// <summary>Agrees on the protocol.</summary>
    public async Task GreetAsync(string protocol, CancellationToken cancellationToken)
    {
        await SendAsync(Encoding.UTF8.GetBytes($$"""{"protocol":"{{protocol}}","version":1}""" + '\u001e'), cancellationToken);
        Assert.StartsWith("{}\u001e", await ReadAsync(cancellationToken), StringComparison.Ordinal);
    }

    public Task SendAsync(byte[] message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);

    /// <returns>What came next; null = the app ended the connection.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var received = await _socket.ReceiveAsync(buffer, cancellationToken);
            return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, received.Count);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>The app ends the connection; a last word and pings may still come.</summary>
    public async Task AssertEndsAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        string? last;
        do
        {
            last = await ReadAsync(patience.Token);
        }
        while (last is not null);
        Assert.Null(last);
    }

    public void Dispose() => _socket.Dispose();
}
