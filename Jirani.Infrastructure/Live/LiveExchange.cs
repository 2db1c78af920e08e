using Jirani.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jirani.Infrastructure.Live;

/// <summary>
/// Tells the other instances what changed here and hears what changed there: one connection each, never in a message's
/// transaction, where a NOTIFY would hold a global lock until the commit. A lost notice is made up for by <see cref="LiveResync"/>.
/// </summary>
public sealed partial class LiveExchange(
    LiveUpdates updates, LiveFeed feed, IOptions<ConnectionStringsOptions> connections, TimeProvider clock, ILogger<LiveExchange> logger) : BackgroundService
{
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _untilReconnect = TimeSpan.FromSeconds(1);
    private readonly Guid _instance = Guid.NewGuid();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AgainAndAgainAsync(NotifyAsync, stoppingToken), AgainAndAgainAsync(ListenAsync, stoppingToken));

    private async Task AgainAndAgainAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString());
                await connection.OpenAsync(stoppingToken);
                await work(connection, stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
            {
                LogReconnecting(error.GetType().Name, (error as PostgresException)?.SqlState);
                await Task.Delay(_untilReconnect, clock, stoppingToken);
            }
        }
    }

    private async Task NotifyAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        while (await updates.Outgoing.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(_gather, clock, stoppingToken);
            var changes = new HashSet<StoreChange>();
            while (updates.Outgoing.TryRead(out var change))
            {
                changes.Add(change);
            }

            await using var batch = connection.CreateBatch();
            foreach (var notice in ChangeNotice.Write(_instance, changes))
            {
                batch.Add("select pg_notify($1, $2)", BatchCommands.Value(ChangeNotice.Channel), BatchCommands.Value(notice));
            }

            await batch.ExecuteNonQueryAsync(stoppingToken);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        connection.Notification += (_, notice) => Deliver(ChangeNotice.Read(_instance, notice.Payload));
        await using var listen = new NpgsqlCommand($"listen {ChangeNotice.Channel}", connection);
        await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
        }
    }

    private void Deliver(IEnumerable<StoreChange> changes)
    {
        foreach (var change in changes)
        {
            feed.Deliver(change);
        }
    }

    /// <summary>The keepalive notices a network that went silent within half a minute.</summary>
    private string ConnectionString() => new NpgsqlConnectionStringBuilder(connections.Value.Service)
    {
        ApplicationName = "jirani live",
        KeepAlive = 10,
        Pooling = false,
    }.ConnectionString;

    [LoggerMessage(LogLevel.Warning, "The live exchange reconnects: {Error} {SqlState}")]
    private partial void LogReconnecting(string error, string? sqlState);
}
