using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jirani.Tests.WhatsApp;

/// <summary>A server on a socket of this machine that does to each connection what a test tells it to.</summary>
internal sealed class LoopbackPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    /// <param name="script">Gets the socket as soon as it is accepted.</param>
    public LoopbackPeer(Func<Socket, CancellationToken, Task> script)
    {
        _listener.Start();
        _accepting = AcceptAsync(script);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/graph/");

    public List<string> Requests { get; } = [];

    public int Connections { get; private set; }

    /// <summary>Answers every request with these bytes and closes.</summary>
    public static LoopbackPeer Answering(string head, string body)
    {
        LoopbackPeer? peer = null;
        return peer = new LoopbackPeer(async (socket, cancellationToken) =>
        {
            peer!.Requests.Add(await ReadRequestAsync(socket, cancellationToken));
            var length = Encoding.UTF8.GetByteCount(body);
            var answer = $"HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}";
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
        });
    }

    public static async Task<string> ReadRequestAsync(Socket socket, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new byte[65_536]);
        do
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancellationToken)));
        }
        while (!IsWhole(text.ToString()));

        return text.ToString();
    }

    /// <summary>Closes with RST instead of FIN.</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return end >= 0 && Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= int.Parse(length?[16..] ?? "0", CultureInfo.InvariantCulture);
    }

    private async Task AcceptAsync(Func<Socket, CancellationToken, Task> script)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Connections++;
                await script(socket, _stop.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }
}
