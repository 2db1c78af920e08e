using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class MessageQueries(OwnerDatabase database)
{
    /// <summary>The latest messages of a conversation; null when there is none of this id among the caller's stores.</summary>
    public Task<ThreadView?> ThreadAsync(Guid ownerId, Guid conversationId, int count, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => ReadAsync(db, conversationId, count, cancellation), cancellationToken);

    /// <summary>Null when there is no such conversation among the caller's stores.</summary>
    public Task<Guid?> StoreOfAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Set<ConversationRecord>()
            .Where(row => row.Id == conversationId).Select(row => (Guid?)row.StoreId).FirstOrDefaultAsync(cancellation),
        cancellationToken);

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
            Messages = [.. latest.Take(count).Reverse().Select(Row)],
            HasOlder = latest.Count > count,
        };
    }

    private static IQueryable<MessageRecord> Latest(JiraniDbContext db, Guid storeId, Guid customerId) => db.Set<MessageRecord>()
        .Where(message => message.StoreId == storeId && message.CustomerId == customerId)
        .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id);

    private static MessageRow Row(MessageRecord message) => new()
    {
        Id = message.Id,
        Type = message.MessageType,
        Purpose = message.Purpose,
        Payload = message.MessagePayload,
        Status = MessageStatuses.TryParse(message.Status, out var status) ? status : MessageStatus.Queued,
        Error = message.ErrorMessage,
        UnansweredSince = message is { Status: "queued", WhatsappMessageId: null } ? message.SendStartedAt : null,
        CreatedAt = message.CreatedAt,
    };
}
