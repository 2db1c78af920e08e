using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Everything that a batch's decisions change, as statements of one round trip that ends with the commit.</summary>
internal static class EffectBatch
{
    public static void AddAll(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        LockOrders(batch, answered);
        LockProducts(batch, answered);
        AddEffects(batch, answered);
        AddReplies(batch, answered);
        AddSummaries(batch, answered);
        batch.Add(EffectStatements.Processed, Value(answered.SelectMany(conversation => conversation.Waiting.Messages).Select(message => message.Id).ToArray()));
        batch.Add("commit");
    }

    /// <summary>Before the products, as whoever lets orders run out takes them.</summary>
    private static void LockOrders(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        var paid = answered.SelectMany(conversation => conversation.Effects).OfType<Effect.PaymentAsked>().Select(asked => asked.OrderId).Distinct().ToArray();
        if (paid.Length > 0)
        {
            batch.Add(EffectStatements.LockOrders, Value(paid));
        }
    }

    private static void LockProducts(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        var ordered = answered.SelectMany(conversation => conversation.Effects).OfType<Effect.OrderPlaced>()
            .SelectMany(placed => placed.Order.Lines).Select(line => line.ProductId).OfType<Guid>().Distinct().ToArray();
        if (ordered.Length > 0)
        {
            batch.Add(EffectStatements.LockProducts, Value(ordered));
        }
    }

    private static void AddEffects(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        var carts = new CartBatch();
        foreach (var conversation in answered)
        {
            foreach (var effect in conversation.Effects.Where(effect => !carts.TryTake(conversation.Waiting.Key, conversation.Waiting.Moment!.SessionId, effect)))
            {
                Add(batch, carts, conversation.Waiting, effect);
            }
        }

        carts.Flush(batch);
    }

    private static void Add(NpgsqlBatch batch, CartBatch carts, WaitingConversation conversation, Effect effect)
    {
        var (storeId, customerId) = conversation.Key;
        switch (effect)
        {
            case Effect.OrderPlaced placed:
                carts.Flush(batch);
                AddOrder(batch, conversation, placed.Order);
                break;
            case Effect.PaymentAsked asked:
                batch.Add(EffectStatements.SupersedePayments, Value(storeId), Value(asked.OrderId));
                AskPayment(batch, storeId, asked);
                break;
            case Effect.PaymentQuestioned questioned:
                batch.Add(EffectStatements.AskAboutPayments, Value(storeId), Value(questioned.OrderId));
                break;
            case Effect.OptedOut:
                AddConsent(batch, conversation.Key, isOptedIn: false);
                batch.Add(EffectStatements.DropQueued, Value(storeId), Value(customerId));
                break;
            case Effect.OptedIn:
                AddConsent(batch, conversation.Key, isOptedIn: true);
                break;
        }
    }

    private static void AddOrder(NpgsqlBatch batch, WaitingConversation conversation, NewOrder order)
    {
        var (storeId, customerId) = conversation.Key;
        var moment = conversation.Moment!;
        var lines = order.Lines;
        var stocked = lines.Where(line => line.ProductId is not null).ToList();
        batch.Add(
            EffectStatements.PlaceOrder, Value(storeId), Value(customerId), Value(order.Id), Value(order.Number), Value(moment.Phone),
            Value(moment.SessionId), Value(order.Total.Amount), Value(order.Total.Currency.Code), Value(order.ExpiresAt));
        batch.Add(
            EffectStatements.OrderLines, Value(storeId), Value(order.Id), Column(lines, line => line.ProductId), Column(lines, line => line.Sku),
            Column(lines, line => line.Name), Column(lines, line => line.Quantity), Column(lines, line => line.UnitPrice),
            Column(lines, line => line.LineTotal));
        batch.Add(EffectStatements.TakeStock, Value(storeId), Column(stocked, line => line.ProductId!.Value), Column(stocked, line => line.Quantity));
        batch.Add(EffectStatements.BeginDelivery, Value(storeId), Value(order.Id));
        batch.Add(EffectStatements.OrderPlaced, Value(storeId), Value(order.Id));
        batch.Add(EffectStatements.CloseCart, Value(storeId), Value(customerId));
    }

    /// <summary>Ids are random: whoever begins a payment is told its id.</summary>
    private static void AskPayment(NpgsqlBatch batch, Guid storeId, Effect.PaymentAsked asked)
    {
        var id = Guid.NewGuid();
        batch.Add(
            EffectStatements.AskPayment, Value(storeId), Value(asked.OrderId), Value(id), Value(PaymentReference.Of(id)), Value(asked.PayerPhone),
            Value(asked.Network), Value(PollSchedule.Wait(TimeSpan.Zero, 0)));
    }

    private static void AddConsent(NpgsqlBatch batch, ConversationKey key, bool isOptedIn)
    {
        batch.Add(EffectStatements.LockConsent, Value(key.StoreId), Value(key.CustomerId));
        batch.Add(EffectStatements.ChangeConsent, Value(key.StoreId), Value(key.CustomerId), Value(isOptedIn), Value("keyword"));
    }

    private static void AddReplies(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        var replies = answered.SelectMany(conversation => conversation.Replies, (conversation, said) => (conversation.Waiting, said.Message, said.Reply)).ToList();
        if (replies.Count == 0)
        {
            return;
        }

        batch.Add(
            EffectStatements.Replies,
            Column(replies, reply => reply.Waiting.Key.StoreId),
            Column(replies, reply => reply.Waiting.Key.CustomerId),
            Column(replies, reply => reply.Waiting.Moment!.Phone),
            Column(replies, reply => ReplyPurposes.ToText(reply.Reply.Purpose)),
            Column(replies, reply => GraphMessage.ReplyPayload(reply.Reply)),
            Column(replies, reply => reply.Message.Id));
    }

    private static void AddSummaries(NpgsqlBatch batch, IReadOnlyList<AnsweredConversation> answered)
    {
        var rows = answered.Select(conversation => conversation.Summary).ToList();
        batch.Add(
            EffectStatements.Summaries,
            Column(rows, row => row.Key.StoreId),
            Column(rows, row => row.Key.CustomerId),
            Column(rows, row => row.LastMessageAt),
            Column(rows, row => row.Direction),
            Column(rows, row => row.Preview),
            Column(rows, row => row.WasRead),
            Column(rows, row => row.Unread),
            Column(rows, row => row.WindowUntil),
            Column(rows, row => row.PausedUntil),
            Column(rows, row => row.NeedsPerson),
            Column(rows, row => row.HintedAt),
            Column(rows, row => row.LimitToldAt));
    }
}
