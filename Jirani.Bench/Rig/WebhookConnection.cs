using System.Net;
using System.Net.Sockets;

namespace Jirani.Bench.Rig;

/// <summary>One kept-alive connection that writes a finished request and reads one status: the client shares the machine and must cost little.</summary>
internal sealed class WebhookConnection(int port) : IDisposable
{
    private const int StatusPlace = 9;
    private readonly byte[] _answer = new byte[8192];
    private Socket? _socket;

    /// <returns>The HTTP status.</returns>
    /// <exception cref="SocketException">The app is away; the next call connects anew.</exception>
    public async ValueTask<int> PostAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            var socket = _socket ??= await ConnectAsync(cancellationToken);
            await socket.SendAsync(request, cancellationToken);
            return await ReadStatusAsync(socket, cancellationToken);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    public void Dispose() => _socket?.Dispose();

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return socket;
    }

    private async ValueTask<int> ReadStatusAsync(Socket socket, CancellationToken cancellationToken)
    {
        var length = 0;
        while (_answer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await socket.ReceiveAsync(_answer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            length += read;
        }

        if (_answer.AsSpan(0, length).IndexOf("Content-Length: 0\r\n"u8) < 0)
        {
            Forget(); // A body follows, which nobody here wants to read.
        }

        return int.Parse(_answer.AsSpan(StatusPlace, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Forget()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
