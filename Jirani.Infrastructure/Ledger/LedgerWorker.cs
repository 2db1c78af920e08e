using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Payments;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Ledger;

/// <summary>Proves again and again that each balance is the sum of its entries. What differs is told to whoever watches; nothing is mended by itself.</summary>
public sealed partial class LedgerWorker(ServiceDatabase database, PaymentTelemetry telemetry, TimeProvider clock, ILogger<LedgerWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(5);

    private const string Differences = """
        select store_id, account_id from (
            select store_id, account_id, sum(amount) amount from ledger_entries group by store_id, account_id) e
        full join store_balances b using (store_id, account_id)
        where coalesce(b.amount, 0) <> coalesce(e.amount, 0)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        do
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                LogLater(error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many balances are not the sum of their entries.</returns>
    internal async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var differences = 0;
        await using var command = database.Command(Differences);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(
            row =>
            {
                differences++;
                LogDifference(row.GetGuid(0), row.GetGuid(1));
            },
            cancellationToken);
        telemetry.Differences(differences);
        return differences;
    }

    [LoggerMessage(LogLevel.Error, "Store {StoreId}: the balance of account {AccountId} is not the sum of its entries")]
    private partial void LogDifference(Guid storeId, Guid accountId);

    [LoggerMessage(LogLevel.Warning, "The ledger is checked at the next turn: {Error}")]
    private partial void LogLater(string error);
}
