using Jirani.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// Answers what waits: at once what this process was told of, each second what another instance or a crash left.
/// A failed batch is halved until one message stands alone; only that one is set aside, after five attempts.
/// </summary>
public sealed partial class AnsweringWorker(
    AnsweringService answering, AnsweringTurns turns, AnsweringSweep sweep, MessagingTelemetry telemetry, TimeProvider clock,
    ILogger<AnsweringWorker> logger) : BackgroundService
{
    private const int MostConversations = 200;
    private const int MostMessages = 20;
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _untilItPasses = TimeSpan.FromMilliseconds(250);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AnswerWokenAsync(stoppingToken), SweepAsync(stoppingToken));

    private async Task AnswerWokenAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.WaitAsync(stoppingToken);
            await UnlessTheDatabaseIsAwayAsync(() => AnswerAsync(turns.TakeUpTo(MostConversations), stoppingToken));
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_sweepEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await UnlessTheDatabaseIsAwayAsync(() => AnswerOverdueAsync(stoppingToken));
        }
    }

    private async Task AnswerOverdueAsync(CancellationToken stoppingToken)
    {
        var found = await sweep.FindAsync(stoppingToken);
        await AnswerAsync([.. found.Where(overdue => overdue.Attempts == 0).Select(overdue => overdue.Key)], stoppingToken);
        foreach (var overdue in found.Where(overdue => overdue.Attempts > 0))
        {
            await AnswerSuspectAsync(overdue, stoppingToken);
        }
    }

    /// <summary>What was taken and not answered is found by the sweep once the database is back.</summary>
    private async Task UnlessTheDatabaseIsAwayAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error.IsPassing())
        {
            LogPassing(error.GetType().Name, (error as PostgresException)?.SqlState);
        }
    }

    private async Task AnswerAsync(IReadOnlyList<ConversationKey> keys, CancellationToken stoppingToken)
    {
        if (keys.Count == 0 || await TryAsync(keys, MostMessages, stoppingToken))
        {
            return;
        }

        if (keys.Count > 1)
        {
            await AnswerAsync([.. keys.Take(keys.Count / 2)], stoppingToken);
            await AnswerAsync([.. keys.Skip(keys.Count / 2)], stoppingToken);
            return;
        }

        await AnswerOneByOneAsync(keys[0], stoppingToken);
    }

    private async Task AnswerOneByOneAsync(ConversationKey key, CancellationToken stoppingToken)
    {
        if (await TryAsync([key], most: 1, stoppingToken))
        {
            turns.Wake([key]);
            return;
        }

        await sweep.PostponeAsync(key, counts: true, stoppingToken);
    }

    /// <summary>What was counted before runs alone, so that a message that kills the process ends up by itself.</summary>
    private async Task AnswerSuspectAsync(OverdueMessage overdue, CancellationToken stoppingToken)
    {
        if (overdue.IsHopeless)
        {
            await sweep.SetAsideAsync(overdue, stoppingToken);
        }
        else if (await TryAsync([overdue.Key], most: 1, stoppingToken))
        {
            turns.Wake([overdue.Key]);
        }
        else
        {
            await sweep.PostponeAsync(overdue.Key, counts: false, stoppingToken);
        }
    }

    /// <returns>False when the work itself failed; a lost connection or a deadlock is nobody's fault and is tried again.</returns>
    private async Task<bool> TryAsync(IReadOnlyList<ConversationKey> keys, int most, CancellationToken stoppingToken)
    {
        try
        {
            using var step = telemetry.Begin("process", keys.Count);
            telemetry.Answered(await answering.AnswerAsync(keys, most, stoppingToken));
            return true;
        }
        catch (Exception error) when (error.IsPassing())
        {
            LogPassing(error.GetType().Name, (error as PostgresException)?.SqlState);
            sweep.Uncount(keys);
            turns.WakeLater(keys, _untilItPasses);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // Anything a message can provoke ends here: the batch is halved until that message stands alone.
            LogFailed(keys.Count, error.GetType().Name, (error as PostgresException)?.SqlState);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Answering waits a moment: {Error} {SqlState}")]
    private partial void LogPassing(string error, string? sqlState);

    [LoggerMessage(LogLevel.Error, "Answering {Conversations} conversations failed: {Error} {SqlState}")]
    private partial void LogFailed(int conversations, string error, string? sqlState);
}
