using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

/// <summary>An owner has read a conversation. Found under their own rights, written by the service.</summary>
public sealed class ConversationReading(OwnerDatabase owners, ServiceDatabase service, LiveFeed feed)
{
    public async Task MarkReadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken)
    {
        var storeId = await owners.AsOwnerAsync(
            ownerId,
            (db, cancellation) => db.Set<ConversationRecord>()
                .Where(row => row.Id == conversationId).Select(row => (Guid?)row.StoreId).FirstOrDefaultAsync(cancellation),
            cancellationToken);
        if (storeId is not { } store)
        {
            return;
        }

        await using var command = service.Source.CreateCommand(
            "update conversations set unread = 0 where store_id = $1 and id = $2 and unread > 0");
        command.Parameters.AddWithValue(store);
        command.Parameters.AddWithValue(conversationId);
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
        {
            feed.Deliver(new StoreChange(store, ChangeKind.Conversation, conversationId));
        }
    }
}
