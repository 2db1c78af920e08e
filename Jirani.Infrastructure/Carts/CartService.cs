using System.Diagnostics;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Carts;

/// <summary>
/// An owner changes a customer's cart, and the customer is told by the same commit. Null means that there is no such
/// conversation among those the owner may write in.
/// </summary>
public sealed class CartService(WritableConversations writable, ServiceDatabase service, SendingTurns turns, LiveUpdates live, TimeProvider clock)
{
    /// <param name="ownerId">Who does it.</param>
    /// <param name="conversationId">With whom.</param>
    /// <param name="productId">Which product of the conversation's store.</param>
    /// <param name="quantity">How many more.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    public Task<ReplyOutcome?> AddAsync(Guid ownerId, Guid conversationId, Guid productId, decimal quantity, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, productId, (cart, product) => cart.Add(product, quantity), cancellationToken);

    /// <summary>Takes the whole line out.</summary>
    public Task<ReplyOutcome?> RemoveAsync(Guid ownerId, Guid conversationId, Guid productId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, conversationId, productId, (cart, product) => cart.Remove(product), cancellationToken);

    private async Task<ReplyOutcome?> ChangeAsync(
        Guid ownerId, Guid conversationId, Guid productId, Func<OwnerCart, Product, CartChange> decide, CancellationToken cancellationToken)
    {
        if (await writable.FindAsync(ownerId, conversationId, cancellationToken) is not { } found)
        {
            return null;
        }

        if (OwnerReplies.Closed(found.WindowUntil, found.IsOptedIn, clock.GetUtcNow()) is { } closed)
        {
            return new ReplyOutcome.Refused($"{closed} Their cart stays as it is, because they could not be told.");
        }

        await using var connection = await service.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var counter = await CartCounter.OpenAsync(connection, found, productId, cancellationToken);
        if (counter.Product is not { } product)
        {
            return new ReplyOutcome.Refused("This product is gone.");
        }

        switch (decide(counter.Cart, product))
        {
            case CartChange.Refused refused:
                return new ReplyOutcome.Refused(refused.Sentence);
            case CartChange.Made made:
                await WriteAsync(connection, found, counter.SessionId, made, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                Tell(found);
                return new ReplyOutcome.Queued();
            default:
                throw new UnreachableException();
        }
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, WritableConversation found, string sessionId, CartChange.Made made, CancellationToken cancellationToken)
    {
        var payload = GraphMessage.TextPayload(made.Told);
        await using var batch = connection.CreateBatch();
        CartBatch.AddOne(batch, new ConversationKey(found.StoreId, found.CustomerId), sessionId, made.Effect);
        batch.Add(
            ConversationStatements.Reply, Value(found.StoreId), Value(found.Id), Value(payload), Value<Guid?>(null),
            Value(MessageText.Preview(payload)), Value(TimeSpan.Zero));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Tell(WritableConversation found)
    {
        live.Publish(
        [
            new StoreChange(found.StoreId, ChangeKind.Conversation, found.Id),
            new StoreChange(found.StoreId, ChangeKind.Cart, found.CustomerId),
        ]);
        turns.Wake([found.StoreId]);
    }
}
