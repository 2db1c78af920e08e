using Jirani.Domain.Conversations;
using Jirani.Domain.Ledger;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Ledger;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>What money does to its order, as statements of the one transaction it happens in.</summary>
internal static class OrderChanges
{
    /// <param name="batch">To which it is added.</param>
    /// <param name="locked">The order.</param>
    /// <param name="to">Where it goes; not where it may not go.</param>
    /// <param name="kind">Of the event that tells of it.</param>
    /// <param name="ownerId">Who did it; null for the system.</param>
    /// <param name="note">What else is to be remembered; null for nothing.</param>
    public static void Move(NpgsqlBatch batch, LockedOrder locked, OrderStatus to, string kind, Guid? ownerId, string? note = null)
    {
        if (OrderTransitions.Allows(locked.Placed.Status, to))
        {
            batch.Add(SettlementStatements.MoveOrder, Value(locked.StoreId), Value(locked.Placed.Id), Value(to.ToText()));
            Note(batch, locked, kind, ownerId, note);
        }
    }

    public static void Note(NpgsqlBatch batch, LockedOrder locked, string kind, Guid? ownerId, string? note = null) => batch.Add(
        SettlementStatements.OrderEvent, Value(locked.StoreId), Value(locked.Placed.Id), Value(kind), Value(ownerId is null ? "system" : "owner"),
        Value(ownerId), Value(note));

    public static void Book(NpgsqlBatch batch, LockedOrder locked, Guid paymentId, Booking booking) =>
        LedgerBook.AddTo(batch, locked.StoreId, locked.Placed.Id, paymentId, booking);

    /// <summary>The customer is told by the same commit.</summary>
    public static void Tell(NpgsqlBatch batch, LockedOrder locked, Reply reply)
    {
        var payload = GraphMessage.TextPayload(reply.Text);
        batch.Add(
            SettlementStatements.Tell, Value(locked.StoreId), Value(locked.CustomerId), Value(reply.Purpose.ToText()), Value(payload),
            Value(MessageText.Preview(payload)));
    }
}
