using Jirani.Infrastructure.Consent;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

/// <summary>Finds what an owner may write in, under their own login: another store's conversation is not there.</summary>
public sealed class WritableConversations(OwnerDatabase database)
{
    public Task<WritableConversation?> FindAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => Writable(db, Conversations(db).Where(row => row.Id == conversationId)).FirstOrDefaultAsync(cancellation),
        cancellationToken);

    public Task<(WritableConversation Conversation, MessageRow Message)?> FindMessageAsync(Guid ownerId, long messageId, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => FindMessageAsync(db, messageId, cancellation), cancellationToken);

    private static async Task<(WritableConversation Conversation, MessageRow Message)?> FindMessageAsync(
        JiraniDbContext db, long messageId, CancellationToken cancellationToken)
    {
        if (await db.Set<MessageRecord>().FirstOrDefaultAsync(row => row.Id == messageId, cancellationToken) is not { } message)
        {
            return null;
        }

        var conversation = await Writable(db, Conversations(db).Where(row => row.StoreId == message.StoreId && row.CustomerId == message.CustomerId))
            .FirstOrDefaultAsync(cancellationToken);
        return conversation is null ? null : (conversation, (await MessageQueries.RowsAsync(db, [message], cancellationToken))[0]);
    }

    private static IQueryable<ConversationRecord> Conversations(JiraniDbContext db) => db.Set<ConversationRecord>()
        .FromSql($"select * from conversations where store_id = any (array(select my_stores('inbox.write')))");

    private static IQueryable<WritableConversation> Writable(JiraniDbContext db, IQueryable<ConversationRecord> rows) => rows.Select(row => new WritableConversation(
        row.Id,
        row.StoreId,
        row.CustomerId,
        row.WindowUntil,
        db.Set<ConsentRecord>().Any(consent =>
            consent.StoreId == row.StoreId && consent.CustomerId == row.CustomerId && consent.ChannelType == "whatsapp" && consent.IsOptedIn)));
}
