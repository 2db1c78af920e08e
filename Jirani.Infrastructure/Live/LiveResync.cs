using Jirani.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Live;

/// <summary>
/// Reads every two seconds what changed, whoever changed it: a crash between commit and notice, a lost listener or a
/// write from psql shows all the same. Looks back a little further each time, because a transaction shows itself only when it commits.
/// </summary>
public sealed partial class LiveResync(ServiceDatabase database, LiveFeed feed, TimeProvider clock, ILogger<LiveResync> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(2);
    private readonly SeenChanges _seen = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                LogLater(error.GetType().Name, (error as PostgresException)?.SqlState);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var stores = feed.WatchedStores;
        if (stores.Length == 0)
        {
            _seen.Forget();
            return;
        }

        await using var batch = database.Source.CreateBatch();
        batch.Add(LiveStatements.Cursor);
        batch.Add(LiveStatements.Changed, Value(stores), Value(_seen.LogId), Value(_seen.EventId), Value(_seen.Since));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(row => _seen.Advance(row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken);
        await reader.EachAsync(Deliver, cancellationToken);
    }

    private void Deliver(NpgsqlDataReader row)
    {
        var change = new StoreChange(row.GetGuid(1), (ChangeKind)row.GetInt32(0), row.GetGuid(2));
        if (_seen.IsNews(change, row.GetFieldValue<DateTimeOffset>(3)))
        {
            feed.Deliver(change);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reading what changed waits for its next turn: {Error} {SqlState}")]
    private partial void LogLater(string error, string? sqlState);
}
