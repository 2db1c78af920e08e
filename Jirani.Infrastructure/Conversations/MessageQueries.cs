using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Consent;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class MessageQueries(OwnerDatabase database)
{
    /// <summary>The latest messages of a conversation; null when there is none of this id among the caller's stores.</summary>
    public Task<ThreadView?> ThreadAsync(Guid ownerId, Guid conversationId, int count, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => ReadAsync(db, conversationId, count, cancellation), cancellationToken);

    /// <summary>Messages with how far each came, and whether it was sent again.</summary>
    internal static async Task<IReadOnlyList<MessageRow>> RowsAsync(
        JiraniDbContext db, IReadOnlyList<MessageRecord> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Where(message => message.MessageType != "inbound").Select(message => message.Id).ToList();
        var steps = (await db.Set<StatusEventRecord>().Where(step => ids.Contains(step.MessageId)).ToListAsync(cancellationToken)).ToLookup(step => step.MessageId);
        var retried = (await db.Set<MessageRecord>()
            .Where(message => message.RetryOf != null && ids.Contains(message.RetryOf.Value))
            .Select(message => message.RetryOf!.Value).ToListAsync(cancellationToken)).ToHashSet();
        return [.. messages.Select(message => Row(message, steps[message.Id], retried.Contains(message.Id)))];
    }

    private static async Task<ThreadView?> ReadAsync(JiraniDbContext db, Guid conversationId, int count, CancellationToken cancellationToken)
    {
        var conversation = await db.Set<ConversationRecord>()
            .Where(row => row.Id == conversationId)
            .Select(row => new
            {
                row.StoreId,
                row.CustomerId,
                row.Unread,
                row.WindowUntil,
                row.BotPausedUntil,
                IsOptedIn = db.Set<ConsentRecord>().Any(consent =>
                    consent.StoreId == row.StoreId && consent.CustomerId == row.CustomerId && consent.ChannelType == "whatsapp" && consent.IsOptedIn),
                Customer = new CustomerName(row.Customer.Name, row.Customer.Username, row.Customer.Phone),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (conversation is null)
        {
            return null;
        }

        var latest = await Latest(db, conversation.StoreId, conversation.CustomerId).Take(count + 1).ToListAsync(cancellationToken);
        return new ThreadView
        {
            Id = conversationId,
            StoreId = conversation.StoreId,
            Customer = conversation.Customer,
            Unread = conversation.Unread,
            WindowUntil = conversation.WindowUntil,
            PausedUntil = conversation.BotPausedUntil,
            IsOptedIn = conversation.IsOptedIn,
            Messages = await RowsAsync(db, [.. latest.Take(count).Reverse()], cancellationToken),
            HasOlder = latest.Count > count,
        };
    }

    private static IQueryable<MessageRecord> Latest(JiraniDbContext db, Guid storeId, Guid customerId) => db.Set<MessageRecord>()
        .Where(message => message.StoreId == storeId && message.CustomerId == customerId)
        .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id);

    private static MessageRow Row(MessageRecord message, IEnumerable<StatusEventRecord> steps, bool isRetried) => new()
    {
        Id = message.Id,
        Type = message.MessageType,
        Purpose = message.Purpose,
        Payload = message.MessagePayload,
        Status = MessageStatuses.TryParse(message.Status, out var status) ? status : MessageStatus.Queued,
        Error = message.ErrorMessage,
        UnansweredSince = message is { Status: "queued", WhatsappMessageId: null } ? message.SendStartedAt : null,
        CreatedAt = message.CreatedAt,
        IsRetried = isRetried,
        Steps = [.. steps.OrderBy(step => step.OccurredAt).ThenBy(step => step.Id).Select(Step)],
    };

    private static StatusStep Step(StatusEventRecord step) =>
        new(MessageStatuses.TryParse(step.Status, out var status) ? status : MessageStatus.Queued, step.OccurredAt, step.ErrorCode);
}
