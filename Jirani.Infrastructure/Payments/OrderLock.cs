using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jirani.Infrastructure.Payments;

/// <summary>Everything about an order's money happens under its lock, in one transaction.</summary>
public sealed class OrderLock(ServiceDatabase database, IOptions<PublicSiteOptions> site)
{
    private const int MostTries = 4;

    /// <summary>Locks the order, lets the work decide and fill a batch, and commits what it filled.</summary>
    /// <param name="orderId">Which order.</param>
    /// <param name="decide">Must be repeatable: a deadlock begins it again.</param>
    /// <param name="cancellationToken">Leaves nothing half done.</param>
    /// <returns>What the work returned; default when there is no such order.</returns>
    internal async Task<T?> HoldAsync<T>(Guid orderId, Func<LockedOrder, NpgsqlBatch, T> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(orderId, decide, cancellationToken);
            }
            catch (PostgresException error) when (error.IsRivalry() && attempt < MostTries)
            {
                // The other side went on; the same work done again passes.
            }
        }
    }

    private async Task<T?> TryAsync<T>(Guid orderId, Func<LockedOrder, NpgsqlBatch, T> decide, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockedOrder.LockAsync(connection, orderId, site.Value.Url, cancellationToken) is not { } locked)
        {
            return default;
        }

        await using var batch = connection.CreateBatch();
        var result = decide(locked, batch);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }
}
