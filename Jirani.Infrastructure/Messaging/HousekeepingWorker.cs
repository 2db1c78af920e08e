using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Orders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>What has to happen by itself after some time: parked statuses, abandoned calls, orders nobody paid. Any instance may do it, none has to lead.</summary>
public sealed partial class HousekeepingWorker(
    ServiceDatabase database, OrderExpiryService expiry, TimeProvider clock, ILogger<HousekeepingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(2);

    private static readonly string[] _chores =
        [HousekeepingStatements.SettleParked, HousekeepingStatements.DropParked, SendingStatements.Abandoned];

    private string[] _due = [SendingStatements.TrySharedTokenAgain, .. _chores];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyMessagesAsync(stoppingToken);
                await expiry.ExpireDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                LogLater(error.GetType().Name, (error as PostgresException)?.SqlState);
            }
        }
    }

    private async Task TidyMessagesAsync(CancellationToken stoppingToken)
    {
        foreach (var chore in _due)
        {
            await using var command = database.Command(chore);
            await command.ExecuteNonQueryAsync(stoppingToken);
        }

        _due = _chores;
    }

    [LoggerMessage(LogLevel.Warning, "Housekeeping waits for its next turn: {Error} {SqlState}")]
    private partial void LogLater(string error, string? sqlState);
}
