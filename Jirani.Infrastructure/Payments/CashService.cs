using Jirani.Domain.Conversations;
using Jirani.Domain.Ledger;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>An owner took cash for an order.</summary>
public sealed class CashService(OwnedPayments owned, OrderLock orders, PaymentNews news)
{
    private const string Pay = """
        insert into payment_transactions
            (id, store_id, order_id, provider, reference, status, amount, currency, captured_amount, captured_currency, captured_at, started_at, resolved_by)
        values ($3, $1, $2, 'cash', $4, $5, $6, $7, $6, $7, clock_timestamp(), clock_timestamp(), $8)
        """;

    /// <returns>Null once the order is paid; else why not, as a sentence.</returns>
    public async Task<string?> PayAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken)
    {
        if (!await owned.HasOrderAsync(ownerId, orderId, cancellationToken))
        {
            return PaymentWords.OrderNotYours;
        }

        var id = Guid.NewGuid();
        var (storeId, fault) = await orders.HoldAsync(
            orderId, (locked, batch) => (locked.StoreId, Fault: Write(locked, batch, id, ownerId)), cancellationToken);
        if (fault is null)
        {
            news.Changed(storeId, orderId, id);
        }

        return fault;
    }

    private static string? Write(LockedOrder locked, NpgsqlBatch batch, Guid id, Guid ownerId)
    {
        var order = locked.Placed;
        if (Payability.CashFault(order) is { } fault)
        {
            return fault;
        }

        batch.Add(SettlementStatements.Supersede, Value(locked.StoreId), Value(order.Id), Value(id));
        batch.Add(
            Pay, Value(locked.StoreId), Value(order.Id), Value(id), Value($"cash{id:N}"), Value(PaymentStatus.Succeeded.ToText()),
            Value(order.Total.Amount), Value(order.Total.Currency.Code), Value(ownerId));
        OrderChanges.Move(batch, locked, OrderStatus.Processing, "paid_in_cash", ownerId);
        OrderChanges.Book(batch, locked, id, Booking.CashPayment(id, order.Total));
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, order with { Status = OrderStatus.Processing }));
        return null;
    }
}
