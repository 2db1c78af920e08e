using System.Net;
using System.Net.Sockets;

namespace Jirani.Tests.Support;

/// <summary>One connection over a <see cref="WireProxy"/>.</summary>
internal sealed class WireConnection(WireProxy wire, TcpClient app, IPEndPoint target) : IDisposable
{
    private readonly TcpClient _server = new();
    private readonly FrontendMessages _messages = new();
    private volatile bool _swallowsAnswer;

    public async Task RelayAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!wire.IsCut)
            {
                await _server.ConnectAsync(target, cancellationToken);
                app.NoDelay = _server.NoDelay = true;
                await Task.WhenAny(
                    CopyAsync(app.GetStream(), _server.GetStream(), Requested, cancellationToken),
                    CopyAsync(_server.GetStream(), app.GetStream(), _ => !_swallowsAnswer, cancellationToken));
            }
        }
        catch (SocketException)
        {
            // The server is away; the app sees its connection end.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        app.Dispose();
        _server.Dispose();
    }

    private bool Requested(ReadOnlyMemory<byte> piece)
    {
        wire.CountRoundTrips(_messages.CountWaits(piece.Span));
        _swallowsAnswer |= wire.SwallowAnswerTo?.Invoke(piece) is true;
        return true;
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, bool> passes, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer, cancellationToken)) > 0 && passes(buffer.AsMemory(0, length)))
            {
                await WaitAsync(cancellationToken);
                await to.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or one side is gone.
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (wire.Delay > TimeSpan.Zero)
        {
            await Task.Delay(wire.Delay, cancellationToken);
        }

        while (wire.IsBlackHole)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }
}
