using System.Diagnostics;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.Logging;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Writes down what became of a call, and what follows for the message and its channel.</summary>
public sealed partial class SendingOutcomes(ServiceDatabase database, LiveUpdates live, MessagingTelemetry telemetry, TimeProvider clock, ILogger<SendingOutcomes> logger)
{
    private static readonly TimeSpan _untilTheDatabaseIsBack = TimeSpan.FromSeconds(1);

    /// <returns>False when nothing more can go through the channel for now.</returns>
    internal async Task<bool> RecordAsync(SendingChannel channel, OutgoingMessage message, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var failure = (outcome as SendOutcome.Refused) is { } refused ? SendFailures.Classify(refused.ToRefusal(), message.Attempt) : null;
        var kind = failure?.GetType().Name ?? outcome.GetType().Name;
        telemetry.Sent(kind);
        LogOutcome(message.Id, message.Attempt, kind);
        await WriteAsync(batch => Fill(batch, channel, message, outcome, failure), cancellationToken);
        live.Publish(Changes(channel, message, failure));
        return failure is not (SendFailure.NumberLimited or SendFailure.ChannelNeedsAttention);
    }

    private static IEnumerable<StoreChange> Changes(SendingChannel channel, OutgoingMessage message, SendFailure? failure)
    {
        yield return new StoreChange(channel.StoreId, ChangeKind.Conversation, message.ConversationId);
        if (failure is SendFailure.ChannelNeedsAttention)
        {
            yield return new StoreChange(channel.StoreId, ChangeKind.Channel, channel.Id);
        }
    }

    private static void Fill(NpgsqlBatch batch, SendingChannel channel, OutgoingMessage message, SendOutcome outcome, SendFailure? failure)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                batch.Add(SendingStatements.Accepted, Value(message.Id), Value(accepted.WhatsAppMessageId));
                break;
            case SendOutcome.NotSent:
                AddAgain(batch, message, RetrySchedule.Delay(message.Attempt), "Waiting. WhatsApp cannot be reached; it is tried again.");
                break;
            case SendOutcome.Unknown:
                batch.Add(SendingStatements.Unknown, Value(message.Id));
                break;
            case SendOutcome.Refused refused:
                AddFailure(batch, channel, message, refused.Code, failure!);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void AddFailure(NpgsqlBatch batch, SendingChannel channel, OutgoingMessage message, int? code, SendFailure failure)
    {
        switch (failure)
        {
            case SendFailure.RetryLater later:
                AddAgain(batch, message, later.Delay, later.Sentence);
                break;
            case SendFailure.PairLimited pair:
                AddAgain(batch, message, pair.Delay, pair.Sentence);
                break;
            case SendFailure.NumberLimited number:
                AddAgain(batch, message, number.Delay, number.Sentence);
                batch.Add(SendingStatements.ChannelPaused, Value(channel.Id), Value(number.Delay));
                break;
            case SendFailure.ChannelNeedsAttention attention:
                AddAgain(batch, message, TimeSpan.Zero, attention.Sentence, uncounted: 1);
                batch.Add(SendingStatements.ChannelNeedsAttention, Value(channel.Id), Value(attention.Sentence), Value(channel.ProtectedToken));
                break;
            case SendFailure.OptOut:
                batch.Add(SendingStatements.Failed, Value(message.Id), Value(failure.Sentence), Value(code));
                batch.Add(SendingStatements.OptOut, Value(channel.StoreId), Value(message.CustomerId));
                break;
            default:
                batch.Add(SendingStatements.Failed, Value(message.Id), Value(failure.Sentence), Value(code));
                break;
        }
    }

    private static void AddAgain(NpgsqlBatch batch, OutgoingMessage message, TimeSpan delay, string sentence, int uncounted = 0) =>
        batch.Add(SendingStatements.Again, Value(message.Id), Value(delay), Value(sentence), Value(uncounted));

    /// <summary>Meta's id must not be lost because the database is away for a moment.</summary>
    private async Task WriteAsync(Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var batch = database.Source.CreateBatch();
                fill(batch);
                await batch.ExecuteNonQueryAsync(cancellationToken);
                return;
            }
            catch (Exception error) when (error.IsPassing())
            {
                LogPassing(error.GetType().Name, (error as PostgresException)?.SqlState);
                await Task.Delay(_untilTheDatabaseIsBack, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Message {MessageId}, attempt {Attempt}: {Outcome}")]
    private partial void LogOutcome(long messageId, int attempt, string outcome);

    [LoggerMessage(LogLevel.Warning, "The outcome of a send waits to be written: {Error} {SqlState}")]
    private partial void LogPassing(string error, string? sqlState);
}
