using System.Collections.Concurrent;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Microsoft.Extensions.Logging;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Finds what waits too long, counts it, and sets aside what no attempt could answer.</summary>
public sealed partial class AnsweringSweep(ServiceDatabase database, AnsweringTurns turns, LiveUpdates live, MessagingTelemetry telemetry, ILogger<AnsweringSweep> logger)
{
    /// <summary>What was counted and then never got its attempt, because the database was away.</summary>
    private readonly ConcurrentDictionary<ConversationKey, long> _counted = new();
    private readonly ConcurrentQueue<long> _uncount = new();

    /// <summary>Counts in a commit of its own, before any work: what kills the process must be known by its count.</summary>
    internal async Task<IReadOnlyList<OverdueMessage>> FindAsync(CancellationToken cancellationToken)
    {
        _counted.Clear();
        await UncountAsync(cancellationToken);
        var overdue = await OverdueAsync(cancellationToken);
        if (overdue.Count == 0)
        {
            return [];
        }

        var counted = await CountAsync(overdue, cancellationToken);
        overdue.RemoveAll(message => !counted.Contains(message.Id));
        overdue.ForEach(message => _counted[message.Key] = message.Id);
        return overdue;
    }

    internal void Uncount(IEnumerable<ConversationKey> keys)
    {
        foreach (var key in keys)
        {
            if (_counted.TryRemove(key, out var id))
            {
                _uncount.Enqueue(id);
            }
        }
    }

    /// <param name="key">The conversation whose oldest message failed alone.</param>
    /// <param name="counts">False where the sweep counted it already.</param>
    /// <param name="cancellationToken">Stops before anything was written.</param>
    internal async Task PostponeAsync(ConversationKey key, bool counts, CancellationToken cancellationToken)
    {
        await using var command = database.Command(SweepStatements.Postpone, Value(key.StoreId), Value(key.CustomerId), Value(counts ? 1 : 0));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal async Task SetAsideAsync(OverdueMessage overdue, CancellationToken cancellationToken)
    {
        await using var command = database.Command(SweepStatements.SetAside, Value(overdue.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            telemetry.SetAside();
            LogSetAside(overdue.Id);
            live.Publish([new StoreChange(reader.GetGuid(0), ChangeKind.Conversation, reader.GetGuid(1))]);
        }

        turns.Wake([overdue.Key]);
    }

    private async Task<List<OverdueMessage>> OverdueAsync(CancellationToken cancellationToken)
    {
        var overdue = new List<OverdueMessage>();
        await using var command = database.Command(SweepStatements.Overdue);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new ConversationKey(reader.GetGuid(1), reader.GetGuid(2));
            if (!turns.Holds(key))
            {
                overdue.Add(new OverdueMessage(reader.GetInt64(0), key, reader.GetInt16(3)));
            }
        }

        return overdue;
    }

    private async Task<HashSet<long>> CountAsync(List<OverdueMessage> overdue, CancellationToken cancellationToken)
    {
        await using var command = database.Command(SweepStatements.Count,
            Column(overdue, message => message.Id),
            Column(overdue, message => message.Key.StoreId),
            Column(overdue, message => message.Key.CustomerId),
            Value((short)OverdueMessage.MostAttempts));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counted = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counted.Add(reader.GetInt64(0));
        }

        return counted;
    }

    private async Task UncountAsync(CancellationToken cancellationToken)
    {
        var ids = _uncount.ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        _uncount.Clear();
        await using var command = database.Command(SweepStatements.Uncount, Value(ids));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Message {MessageId} was set aside: it could not be answered in five attempts")]
    private partial void LogSetAside(long messageId);
}
