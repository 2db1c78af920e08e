using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// Changes of carts that may be written together: of each line only the last counts. A conversation that orders needs
/// its lines written before the order, so it is flushed in between.
/// </summary>
internal sealed class CartBatch
{
    private readonly Dictionary<ConversationKey, string> _sessions = [];
    private readonly OrderedDictionary<(ConversationKey Key, Guid ProductId), CartLineChange> _changes = [];

    /// <summary>One change, and nothing that waits behind it.</summary>
    public static void AddOne(NpgsqlBatch batch, ConversationKey key, string sessionId, Effect effect)
    {
        var carts = new CartBatch();
        carts.TryTake(key, sessionId, effect);
        carts.Flush(batch);
    }

    /// <returns>False for an effect that is none of a cart's lines.</returns>
    public bool TryTake(ConversationKey key, string sessionId, Effect effect)
    {
        var change = effect switch
        {
            Effect.CartLineSet line => new CartLineChange(line.ProductId, line.Quantity, line.UnitPrice),
            Effect.CartLineRemoved line => new CartLineChange(line.ProductId, null, null),
            _ => null,
        };
        if (change is null)
        {
            return false;
        }

        _sessions[key] = sessionId;
        _changes[(key, change.ProductId)] = change;
        return true;
    }

    /// <summary>Adds what was taken so far, and begins anew.</summary>
    public void Flush(NpgsqlBatch batch)
    {
        if (_sessions.Count == 0)
        {
            return;
        }

        var sessions = _sessions.ToList();
        batch.Add(
            EffectStatements.OpenCarts,
            Column(sessions, session => session.Key.StoreId),
            Column(sessions, session => session.Key.CustomerId),
            Column(sessions, session => session.Value));
        AddSet(batch, [.. _changes.Where(change => change.Value.Quantity is not null)]);
        AddRemoved(batch, [.. _changes.Where(change => change.Value.Quantity is null)]);
        _sessions.Clear();
        _changes.Clear();
    }

    private static void AddSet(NpgsqlBatch batch, List<KeyValuePair<(ConversationKey Key, Guid ProductId), CartLineChange>> lines)
    {
        if (lines.Count > 0)
        {
            batch.Add(
                EffectStatements.SetCartLines,
                Column(lines, line => line.Key.Key.StoreId),
                Column(lines, line => line.Key.Key.CustomerId),
                Column(lines, line => line.Key.ProductId),
                Column(lines, line => line.Value.Quantity!.Value),
                Column(lines, line => line.Value.UnitPrice!.Value));
        }
    }

    private static void AddRemoved(NpgsqlBatch batch, List<KeyValuePair<(ConversationKey Key, Guid ProductId), CartLineChange>> lines)
    {
        if (lines.Count > 0)
        {
            batch.Add(
                EffectStatements.RemoveCartLines,
                Column(lines, line => line.Key.Key.StoreId),
                Column(lines, line => line.Key.Key.CustomerId),
                Column(lines, line => line.Key.ProductId));
        }
    }
}
