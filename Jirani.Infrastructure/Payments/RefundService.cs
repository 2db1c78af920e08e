using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>An owner gives money back. What is asked for is committed first; the provider is called after it and followed to the end.</summary>
public sealed class RefundService(OwnedPayments owned, OrderLock orders, PaymentWakes wakes, PaymentNews news)
{
    private const int MostReason = 200;

    private const string Ask = """
        insert into payment_refunds (id, store_id, transaction_id, amount, currency, reason, requested_by, poll_at)
        values ($3, $1, $2, $4, $5, $6, $7, clock_timestamp())
        """;

    /// <param name="ownerId">Who gives it back.</param>
    /// <param name="paymentId">Of what.</param>
    /// <param name="amount">In the payment's currency; all that is left or a part.</param>
    /// <param name="reason">The owner's own words; null for none.</param>
    /// <param name="cancellationToken">Stops before it is asked for.</param>
    /// <returns>Null once it is under way; else why not, as a sentence.</returns>
    public async Task<string?> RefundAsync(Guid ownerId, Guid paymentId, decimal amount, string? reason, CancellationToken cancellationToken)
    {
        if (await owned.OrderOfAsync(ownerId, paymentId, cancellationToken) is not { } orderId)
        {
            return PaymentWords.NotYours;
        }

        if (reason?.Length > MostReason)
        {
            return $"Keep the reason to {MostReason} characters.";
        }

        var (storeId, fault) = await orders.HoldAsync(
            orderId, (locked, batch) => (locked.StoreId, Fault: Add(batch, locked, locked.Find(paymentId)!, amount, reason, ownerId)), cancellationToken);
        if (fault is null)
        {
            wakes.Refunds.Set();
            news.Changed(storeId, orderId, paymentId);
        }

        return fault;
    }

    /// <summary>Adds the refund's row, and for cash all that follows.</summary>
    /// <returns>Why it may not be; null where it was added.</returns>
    internal static string? Add(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, decimal amount, string? reason, Guid ownerId)
    {
        if (RefundRules.Fault(payment.Status, payment.Captured, payment.Refunded + payment.Refunding, amount) is { } fault)
        {
            return fault;
        }

        var id = Guid.NewGuid();
        var money = payment.Captured!.Value with { Amount = amount };
        batch.Add(
            Ask, Value(locked.StoreId), Value(payment.Id), Value(id), Value(amount), Value(money.Currency.Code), Value(reason), Value(ownerId));
        OrderChanges.Note(batch, locked, "refund_asked", ownerId, money.ToString());
        if (payment.Provider.IsByHand())
        {
            RefundEffects.Succeed(batch, locked, payment, id, money, providerId: null);
        }

        return null;
    }
}
