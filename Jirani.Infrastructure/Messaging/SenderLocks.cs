using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// One sender for a channel over all instances: session locks, all on one connection of this instance. When that
/// connection breaks, every lock is gone and each sender here has to ask again.
/// </summary>
public sealed class SenderLocks(ServiceDatabase database) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private NpgsqlConnection? _connection;

    /// <returns>From when on this instance may send for the channel, and the connection that proves it; null where another instance sends.</returns>
    internal async Task<SenderLock?> TryHoldAsync(SendingChannel channel, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var connection = await OpenAsync(cancellationToken);
            await using var batch = connection.CreateBatch();
            batch.Add(SendingStatements.TryHold, Value(channel.Id.ToString()));
            if (await batch.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return null;
            }

            await using var held = connection.CreateBatch();
            held.Add(SendingStatements.Held, Value(channel.Id), Value(channel.StoreId));
            var from = await held.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at) : DateTimeOffset.MinValue;
            return new SenderLock(connection, from);
        }
        finally
        {
            _one.Release();
        }
    }

    internal async Task LetGoAsync(SendingChannel channel, SenderLock held)
    {
        await _one.WaitAsync();
        try
        {
            if (held.IsHeld)
            {
                await using var batch = held.Connection.CreateBatch();
                batch.Add(SendingStatements.Released, Value(channel.Id));
                batch.Add(SendingStatements.LetGo, Value(channel.Id.ToString()));
                await batch.ExecuteNonQueryAsync();
            }
        }
        catch (NpgsqlException)
        {
            // The connection broke, and the lock went with it.
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _one.Dispose();
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open })
        {
            return _connection;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        return _connection = await database.Source.OpenConnectionAsync(cancellationToken);
    }
}
