using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Conversations;

/// <summary>
/// An owner steps into a conversation. Each operation finds it under the owner's own rights, asks Domain, and writes as the service;
/// null and false mean that there is no such conversation among those the owner may write in.
/// </summary>
public sealed class ConversationService(
    WritableConversations writable, ServiceDatabase service, SendingTurns turns, LiveUpdates live, TimeProvider clock)
{
    /// <summary>Queues a reply and takes the conversation over.</summary>
    /// <param name="ownerId">Who writes.</param>
    /// <param name="conversationId">To whom.</param>
    /// <param name="clientId">Made by the browser for this text: the same one again sends nothing more.</param>
    /// <param name="text">What is written.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    public async Task<ReplyOutcome?> ReplyAsync(Guid ownerId, Guid conversationId, Guid clientId, string text, CancellationToken cancellationToken) =>
        await writable.FindAsync(ownerId, conversationId, cancellationToken) is { } found
            ? await QueueAsync(
                found, clientId, OwnerReplies.Fault(text, found.WindowUntil, found.IsOptedIn, clock.GetUtcNow()),
                GraphMessage.TextPayload(text.Trim()), cancellationToken)
            : null;

    /// <summary>Queues a question with answers to tap, and takes the conversation over.</summary>
    /// <inheritdoc cref="ReplyAsync" />
    public async Task<ReplyOutcome?> AskAsync(
        Guid ownerId, Guid conversationId, Guid clientId, InteractiveMessage question, CancellationToken cancellationToken) =>
        await writable.FindAsync(ownerId, conversationId, cancellationToken) is { } found
            ? await QueueAsync(
                found, clientId, OwnerReplies.Fault(question, found.WindowUntil, found.IsOptedIn, clock.GetUtcNow()),
                GraphMessage.InteractivePayload(question), cancellationToken)
            : null;

    /// <summary>Sends a message again that failed, or of which nobody knows whether it arrived. Once: of two presses one counts.</summary>
    public async Task<ReplyOutcome?> RetryAsync(Guid ownerId, long messageId, CancellationToken cancellationToken)
    {
        if (await writable.FindMessageAsync(ownerId, messageId, cancellationToken) is not var (found, message))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (OwnerReplies.Closed(found.WindowUntil, found.IsOptedIn, now) is { } closed)
        {
            return new ReplyOutcome.Refused(closed);
        }

        if (!message.MayRetry(now))
        {
            return new ReplyOutcome.Refused("Sending this again would not help.");
        }

        await using var command = service.Command(ConversationStatements.Retry, Value(found.StoreId), Value(messageId), Value(message.Kind));
        await command.ExecuteNonQueryAsync(cancellationToken);
        Publish(found);
        turns.Wake([found.StoreId]);
        return new ReplyOutcome.Queued();
    }

    /// <summary>The dialogue is silent for a while; it comes back by itself.</summary>
    public Task<bool> TakeOverAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, ConversationStatements.TakeOver, [Value(OwnerPause.Length)], cancellationToken);

    /// <summary>The dialogue answers again, from the next message on.</summary>
    public Task<bool> HandBackAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, ConversationStatements.HandBack, [], cancellationToken);

    /// <summary>It waits for nobody any more, until the customer writes again.</summary>
    public Task<bool> DoneAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, ConversationStatements.Done, [], cancellationToken);

    /// <summary>To be looked at later.</summary>
    public Task<bool> MarkUnreadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, ConversationStatements.MarkUnread, [], cancellationToken);

    /// <summary>Does nothing for a thread without unread messages.</summary>
    public Task MarkReadAsync(Guid ownerId, ThreadView thread, CancellationToken cancellationToken) => thread.Unread == 0
        ? Task.CompletedTask
        : ChangeAsync(ownerId, thread.Id, ConversationStatements.MarkRead, [], cancellationToken);

    private async Task<ReplyOutcome> QueueAsync(
        WritableConversation found, Guid clientId, string? fault, string payload, CancellationToken cancellationToken)
    {
        if (fault is not null)
        {
            return new ReplyOutcome.Refused(fault);
        }

        await WriteAsync(
            found, ConversationStatements.Reply,
            [Value(payload), Value(clientId), Value(MessageText.Preview(payload)), Value(OwnerPause.Length)], cancellationToken);
        turns.Wake([found.StoreId]);
        return new ReplyOutcome.Queued();
    }

    private async Task<bool> ChangeAsync(
        Guid ownerId, Guid conversationId, string statement, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        if (await writable.FindAsync(ownerId, conversationId, cancellationToken) is not { } found)
        {
            return false;
        }

        await WriteAsync(found, statement, more, cancellationToken);
        return true;
    }

    private async Task WriteAsync(WritableConversation found, string statement, NpgsqlParameter[] more, CancellationToken cancellationToken)
    {
        await using var command = service.Command(statement, [Value(found.StoreId), Value(found.Id), .. more]);
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
        {
            Publish(found);
        }
    }

    private void Publish(WritableConversation found) =>
        live.Publish([new StoreChange(found.StoreId, ChangeKind.Conversation, found.Id)]);
}
