using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Jirani.Tests.Support;

/// <summary>
/// A piece of wire between the app and PostgreSQL that can be slow, cut or dead, and counts the round trips.
/// </summary>
public sealed class WireProxy : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<WireConnection, Task> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private int _roundTrips;

    public WireProxy(string host, int port)
    {
        _target = new IPEndPoint(IPAddress.Parse(host), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the app connects to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long every piece waits in each direction.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>While true everything is swallowed and nobody is told.</summary>
    public bool IsBlackHole { get; set; }

    /// <summary>While true connections end at once.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Where it says yes to what the app sends, that is delivered, and the connection ends when the answer arrives.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? SwallowAnswerTo { get; set; }

    /// <summary>Every point at which the app waited for the server: Sync and simple queries.</summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    public static WireProxy To(TestDatabase database)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString(Login.Service));
        return new WireProxy(server.Host ?? "127.0.0.1", server.Port);
    }

    /// <summary>The same way into the database, over this wire.</summary>
    public string ConnectionString(string direct) => new NpgsqlConnectionStringBuilder(direct)
    {
        Host = "127.0.0.1",
        Port = Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public void Cut()
    {
        IsCut = true;
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    public void Mend() => IsCut = false;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        Cut();
        await Task.WhenAll(_connections.Values.Append(_accepting));
        _stopping.Dispose();
    }

    internal void CountRoundTrips(int more) => Interlocked.Add(ref _roundTrips, more);

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var connection = new WireConnection(this, await _listener.AcceptTcpClientAsync(_stopping.Token), _target);
                _connections[connection] = connection.RelayAsync(_stopping.Token);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
