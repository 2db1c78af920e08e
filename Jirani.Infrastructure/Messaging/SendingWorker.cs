using System.Collections.Concurrent;
using System.Security.Cryptography;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Runs a sender for each store that has something to send: woken at once by this process, each second by what is found.</summary>
public sealed partial class SendingWorker(
    SendingTurns turns, SendingLog log, SenderLocks locks, SendingOutcomes outcomes, GraphClient graph, TimeProvider clock,
    ILogger<SendingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, ChannelSender?> _running = new();
    private readonly ConcurrentDictionary<Guid, NumberAllowance> _allowances = new();
    private readonly ConcurrentDictionary<Guid, Task> _runs = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(FollowWakesAsync(stoppingToken), LookAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(_runs.Values);
        }
    }

    private async Task FollowWakesAsync(CancellationToken stoppingToken)
    {
        await foreach (var storeId in turns.Stores.ReadAllAsync(stoppingToken))
        {
            Send(storeId, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_lookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                (await log.StoresWithWorkAsync(stoppingToken)).ForEach(storeId => Send(storeId, stoppingToken));
            }
            catch (Exception error) when (error.IsPassing())
            {
                LogPassing(error.GetType().Name, (error as PostgresException)?.SqlState);
            }
        }
    }

    private void Send(Guid storeId, CancellationToken stoppingToken)
    {
        if (_running.TryAdd(storeId, null))
        {
            _runs[storeId] = RunAsync(storeId, stoppingToken);
        }
        else if (_running.TryGetValue(storeId, out var sender))
        {
            sender?.Wake();
        }
    }

    private async Task RunAsync(Guid storeId, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await log.ChannelAsync(storeId, stoppingToken) is { } channel && await locks.TryHoldAsync(channel, stoppingToken) is { } held)
            {
                await RunAsync(held, stoppingToken);
            }
        }
        catch (CryptographicException)
        {
            LogLocked(storeId);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever stopped one store's sender, the next look starts it again and the other stores never notice.
            LogStopped(storeId, error.GetType().Name, (error as PostgresException)?.SqlState);
        }
        catch (OperationCanceledException)
        {
            // The app stops.
        }
        finally
        {
            _running.TryRemove(storeId, out _);
        }
    }

    private async Task RunAsync(SenderLock held, CancellationToken stoppingToken)
    {
        try
        {
            var storeId = held.Channel.StoreId;
            var allowance = _allowances.GetOrAdd(storeId, _ => new NumberAllowance());
            using var sender = new ChannelSender(held.Channel, allowance, log, outcomes, graph, clock);
            _running[storeId] = sender;
            await SendAsync(sender, held, stoppingToken);
        }
        finally
        {
            await locks.LetGoAsync(held);
        }
    }

    private async Task SendAsync(ChannelSender sender, SenderLock held, CancellationToken stoppingToken)
    {
        try
        {
            await sender.RunAsync(held.From, () => locks.IsHeldAsync(held, stoppingToken), stoppingToken);
        }
        finally
        {
            await sender.FinishAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for what waits to be sent failed for the moment: {Error} {SqlState}")]
    private partial void LogPassing(string error, string? sqlState);

    [LoggerMessage(LogLevel.Error, "The access token of store {StoreId} cannot be opened, its replies wait: set the DataProtection:WrappingKey it was stored under, or connect the store again")]
    private partial void LogLocked(Guid storeId);

    [LoggerMessage(LogLevel.Error, "The sender of store {StoreId} stopped: {Error} {SqlState}")]
    private partial void LogStopped(Guid storeId, string error, string? sqlState);
}
