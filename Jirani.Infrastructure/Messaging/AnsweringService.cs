using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Locks and loads the conversations that wait, asks Domain message by message, and writes all it decided in one transaction.</summary>
public sealed class AnsweringService(
    ServiceDatabase database, AnsweringTurns turns, SendingTurns sending, LiveUpdates live, PaymentWakes payments, StoreSurroundings surroundings)
{
    private static readonly TimeSpan _untilTheOtherInstanceIsDone = TimeSpan.FromMilliseconds(20);

    /// <param name="keys">Each once: a key that stood twice would be answered twice.</param>
    /// <param name="most">How many messages of one conversation are answered at once.</param>
    /// <param name="cancellationToken">Leaves nothing half done: what was not committed waits for the next worker.</param>
    /// <returns>How many messages were answered, silence included.</returns>
    internal async Task<int> AnswerAsync(IReadOnlyCollection<ConversationKey> keys, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var loaded = await AnsweringBatch.LoadAsync(connection, keys, most, surroundings, cancellationToken);
        if (loaded.HeldElsewhere.Count > 0)
        {
            turns.WakeLater(loaded.HeldElsewhere, _untilTheOtherInstanceIsDone);
        }

        if (await LinkAsync(connection, loaded, cancellationToken))
        {
            turns.Wake(keys);
            return 0;
        }

        var lookups = new Lookups(loaded);
        await lookups.FetchAsync(connection, cancellationToken);
        var answered = Decide(loaded, lookups);
        await SaveAsync(connection, answered, cancellationToken);
        Tell(answered, most);
        return answered.Sum(conversation => conversation.Waiting.Messages.Count);
    }

    /// <summary>A message may say a phone or user id that is new for its sender. Carried out alone, then everything is loaded anew.</summary>
    private static async Task<bool> LinkAsync(NpgsqlConnection connection, AnsweringBatch loaded, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var news in loaded.Conversations.SelectMany(IdentityNews.In))
        {
            await using var batch = connection.CreateBatch();
            batch.Add(AnsweringStatements.Link, Value(news.Key.StoreId), Value(news.Key.CustomerId), Value(news.Phone), Value(news.UserId));
            changed |= await batch.ExecuteScalarAsync(cancellationToken) is not "known";
        }

        if (changed)
        {
            await using var commit = new NpgsqlCommand("commit", connection);
            await commit.ExecuteNonQueryAsync(cancellationToken);
        }

        return changed;
    }

    private static List<AnsweredConversation> Decide(AnsweringBatch loaded, Lookups lookups)
    {
        var shelves = loaded.Stores.Keys.ToDictionary(storeId => storeId, lookups.ShelfOf);
        return [.. loaded.Conversations.Select(waiting => AnsweredConversation.Decide(
            waiting, loaded.Stores[waiting.Key.StoreId], shelves[waiting.Key.StoreId], loaded.Now))];
    }

    private static async Task SaveAsync(NpgsqlConnection connection, List<AnsweredConversation> answered, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        if (answered.Count > 0)
        {
            EffectBatch.AddAll(batch, answered);
        }
        else
        {
            batch.Add("rollback");
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Tell(List<AnsweredConversation> answered, int most)
    {
        turns.Wake(from conversation in answered where conversation.Waiting.Messages.Count == most select conversation.Key);
        sending.Wake(from conversation in answered where conversation.Replies.Any() select conversation.Key.StoreId);
        live.Publish(answered.SelectMany(Changes).Distinct());
        if (answered.Exists(conversation => conversation.Effects.Any(effect => effect is Effect.PaymentAsked or Effect.PaymentQuestioned)))
        {
            payments.Starts.Set();
            payments.Polls.Set();
        }
    }

    private static IEnumerable<StoreChange> Changes(AnsweredConversation answered)
    {
        var storeId = answered.Key.StoreId;
        yield return new StoreChange(storeId, ChangeKind.Conversation, answered.Waiting.ConversationId);
        foreach (var effect in answered.Effects)
        {
            switch (effect)
            {
                case Effect.CartLineSet or Effect.CartLineRemoved:
                    yield return new StoreChange(storeId, ChangeKind.Cart, answered.Key.CustomerId);
                    break;
                case Effect.PaymentAsked asked:
                    yield return new StoreChange(storeId, ChangeKind.Order, asked.OrderId);
                    break;
                case Effect.OrderPlaced placed:
                    yield return new StoreChange(storeId, ChangeKind.Order, placed.Order.Id);
                    break;
            }
        }
    }
}
