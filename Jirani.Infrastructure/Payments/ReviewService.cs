using Jirani.Domain.Conversations;
using Jirani.Domain.Ledger;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>What an owner decides about money that did not simply pay its order.</summary>
public sealed class ReviewService(OwnedPayments owned, OrderLock orders, PaymentWakes wakes, PaymentNews news)
{
    private const string Resolve = """
        update payment_transactions
        set resolution = $3, resolved_at = clock_timestamp(), resolved_by = $4, status = $5
        where store_id = $1 and id = $2
        """;

    /// <summary>The order is taken up again and packed, and the customer is told.</summary>
    /// <returns>Null once it is done; else why not, as a sentence.</returns>
    public async Task<string?> ReopenAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await DecideAsync(ownerId, paymentId, (locked, batch, payment) => Reopen(locked, batch, payment, ownerId), cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return "Not everything of this order is in stock any more. Fill the stock, or give the money back.";
        }
    }

    /// <summary>All of it goes back, and is followed to its end.</summary>
    /// <returns>Null once it is under way; else why not, as a sentence.</returns>
    public Task<string?> GiveBackAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) => DecideAsync(
        ownerId, paymentId, (locked, batch, payment) => GiveBack(locked, batch, payment, ownerId), cancellationToken);

    private async Task<string?> DecideAsync(
        Guid ownerId, Guid paymentId, Func<LockedOrder, NpgsqlBatch, LockedPayment, string?> decide, CancellationToken cancellationToken)
    {
        if (await owned.OrderOfAsync(ownerId, paymentId, cancellationToken) is not { } orderId)
        {
            return PaymentWords.NotYours;
        }

        var (storeId, fault) = await orders.HoldAsync(
            orderId, (locked, batch) => (locked.StoreId, Fault: decide(locked, batch, locked.Find(paymentId)!)), cancellationToken);
        if (fault is null)
        {
            wakes.Refunds.Set();
            news.Changed(storeId, orderId, paymentId);
        }

        return fault;
    }

    private static string? Reopen(LockedOrder locked, NpgsqlBatch batch, LockedPayment payment, Guid ownerId)
    {
        if (ReviewRules.ReopenFault(locked.Open(payment), payment.Review, payment.Captured, payment.IsResolved, payment.Refunded + payment.Refunding) is { } fault)
        {
            return fault;
        }

        batch.Add(SettlementStatements.LockStock, Value(locked.StoreId), Value(locked.Placed.Id));
        batch.Add(SettlementStatements.TakeStock, Value(locked.StoreId), Value(locked.Placed.Id));
        AddResolution(batch, locked, payment, "accepted", PaymentStatus.Succeeded, ownerId);
        OrderChanges.Move(batch, locked, OrderStatus.Processing, "reopened", ownerId);
        OrderChanges.Book(batch, locked, payment.Id, Booking.Release(payment.Id, payment.Captured!.Value));
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, locked.Placed with { Status = OrderStatus.Processing }));
        return null;
    }

    private static string? GiveBack(LockedOrder locked, NpgsqlBatch batch, LockedPayment payment, Guid ownerId)
    {
        var left = (payment.Captured?.Amount ?? 0) - payment.Refunded - payment.Refunding;
        var fault = ReviewRules.GiveBackFault(payment.Status, payment.IsResolved)
            ?? RefundService.Add(batch, locked, payment, left, reason: null, ownerId);
        if (fault is null)
        {
            AddResolution(batch, locked, payment, "refunded", payment.Status, ownerId);
        }

        return fault;
    }

    private static void AddResolution(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, string resolution, PaymentStatus status, Guid ownerId) =>
        batch.Add(Resolve, Value(locked.StoreId), Value(payment.Id), Value(resolution), Value(ownerId), Value(status.ToText()));
}
