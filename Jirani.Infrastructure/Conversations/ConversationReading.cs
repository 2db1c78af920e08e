using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;

namespace Jirani.Infrastructure.Conversations;

/// <summary>An owner has read a conversation. Found under their own rights, written by the service.</summary>
public sealed class ConversationReading(MessageQueries messages, ServiceDatabase service, LiveUpdates updates)
{
    /// <summary>Does nothing for a thread without unread messages, or one that this owner may no longer see.</summary>
    public async Task MarkReadAsync(Guid ownerId, ThreadView thread, CancellationToken cancellationToken)
    {
        if (thread.Unread == 0 || await messages.StoreOfAsync(ownerId, thread.Id, cancellationToken) is not { } storeId)
        {
            return;
        }

        await using var command = service.Source.CreateCommand(
            "update conversations set unread = 0 where store_id = $1 and id = $2 and unread > 0");
        command.Parameters.AddWithValue(storeId);
        command.Parameters.AddWithValue(thread.Id);
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
        {
            updates.Publish([new StoreChange(storeId, ChangeKind.Conversation, thread.Id)]);
        }
    }
}
