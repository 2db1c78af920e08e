using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// One sender for a channel over all instances: session locks, all on one connection of this instance. When that
/// connection breaks, every lock is gone and each sender here has to ask again.
/// </summary>
public sealed class SenderLocks(ServiceDatabase database, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan _askEvery = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private NpgsqlConnection? _connection;
    private long _heardAt;

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
            return new SenderLock(channel, connection, from);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A connection that nobody uses does not notice that it broke: the server is asked, once a second for all senders here.</summary>
    internal async Task<bool> IsHeldAsync(SenderLock held, CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(_heardAt) < _askEvery)
        {
            return held.IsConnected;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            await AskAsync(held, cancellationToken);
        }
        catch (Exception error) when (error.IsPassing())
        {
            return false;
        }
        finally
        {
            _one.Release();
        }

        return held.IsConnected;
    }

    internal async Task LetGoAsync(SenderLock held)
    {
        await _one.WaitAsync();
        try
        {
            if (held.IsConnected)
            {
                await using var batch = held.Connection.CreateBatch();
                batch.Add(SendingStatements.Released, Value(held.Channel.Id));
                batch.Add(SendingStatements.LetGo, Value(held.Channel.Id.ToString()));
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

    private async Task AskAsync(SenderLock held, CancellationToken cancellationToken)
    {
        if (held.IsConnected)
        {
            await using var question = new NpgsqlCommand("select", held.Connection);
            await question.ExecuteNonQueryAsync(cancellationToken);
            _heardAt = clock.GetTimestamp();
        }
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
