using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Consent;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class MessageQueries(OwnerDatabase database)
{
    private const int MostAtOnce = 500;
    private const int Around = 5;

    /// <summary>The latest messages of a conversation; null when there is none of this id among the caller's stores.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="conversationId">Which conversation.</param>
    /// <param name="count">How many messages.</param>
    /// <param name="through">As many more as it takes to have this message among them, up to 500; null asks for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<ThreadView?> ThreadAsync(Guid ownerId, Guid conversationId, int count, long? through, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => ReadAsync(db, conversationId, count, through, cancellation), cancellationToken);

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

    private static async Task<ThreadView?> ReadAsync(JiraniDbContext db, Guid conversationId, int count, long? through, CancellationToken cancellationToken)
    {
        var conversation = await db.Set<ConversationRecord>()
            .Where(row => row.Id == conversationId)
            .Select(row => new
            {
                row.StoreId,
                row.CustomerId,
                row.Unread,
                row.NeedsPerson,
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

        var messages = db.Set<MessageRecord>().Where(message => message.StoreId == conversation.StoreId && message.CustomerId == conversation.CustomerId);
        var wanted = Math.Max(count, await CountThroughAsync(messages, through, cancellationToken));
        var latest = await messages.OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(wanted + 1).ToListAsync(cancellationToken);
        var rows = await RowsAsync(db, [.. latest.Take(wanted)], cancellationToken);
        return new ThreadView
        {
            Id = conversationId,
            StoreId = conversation.StoreId,
            CustomerId = conversation.CustomerId,
            Customer = conversation.Customer,
            Unread = conversation.Unread,
            NeedsPerson = conversation.NeedsPerson,
            WindowUntil = conversation.WindowUntil,
            PausedUntil = conversation.BotPausedUntil,
            IsOptedIn = conversation.IsOptedIn,
            Messages = [.. rows.OrderBy(message => message.WrittenAt.ToUnixTimeSeconds()).ThenBy(message => message.Id)],
            HasOlder = latest.Count > wanted,
        };
    }

    /// <summary>How many it takes to reach a message and some before it; 0 where it is none of these.</summary>
    private static async Task<int> CountThroughAsync(IQueryable<MessageRecord> messages, long? through, CancellationToken cancellationToken)
    {
        if (through is not { } id || await messages.Where(message => message.Id == id).Select(message => (DateTimeOffset?)message.CreatedAt).FirstOrDefaultAsync(cancellationToken) is not { } at)
        {
            return 0;
        }

        return Around + await messages.Where(message => message.CreatedAt >= at).Take(MostAtOnce).CountAsync(cancellationToken);
    }

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
        ProviderAt = message.ProviderAt,
        ClientId = message.ClientId,
        IsRetried = isRetried,
        Steps = [.. steps.OrderBy(step => step.OccurredAt).ThenBy(step => step.Id).Select(Step)],
    };

    private static StatusStep Step(StatusEventRecord step) =>
        new(MessageStatuses.TryParse(step.Status, out var status) ? status : MessageStatus.Queued, step.OccurredAt, step.ErrorCode);
}
