using Jirani.Domain;
using Jirani.Domain.Conversations;
using Jirani.Domain.Ledger;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>What the end of a refund changes, as statements of one transaction.</summary>
internal static class RefundEffects
{
    private const string End = """
        update payment_refunds set status = $3, flw_refund_id = coalesce(flw_refund_id, $4), failure_reason = $5, poll_at = null, ended_at = clock_timestamp()
        where store_id = $1 and id = $2
        """;

    private const string Returned = """
        update payment_transactions set refunded_amount = refunded_amount + $3 where store_id = $1 and id = $2
        """;

    /// <summary>A person decided to give it back, and it did not go: it waits for them again.</summary>
    private const string Unresolve = """
        update payment_transactions set resolution = null, resolved_at = null where store_id = $1 and id = $2 and resolution = 'refunded'
        """;

    /// <param name="batch">To which it is added.</param>
    /// <param name="locked">The order.</param>
    /// <param name="payment">Of which money went back.</param>
    /// <param name="refundId">Ours.</param>
    /// <param name="amount">What went back.</param>
    /// <param name="providerId">Null for cash.</param>
    public static void Succeed(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, Guid refundId, Money amount, string? providerId)
    {
        batch.Add(End, Value(locked.StoreId), Value(refundId), Value(RefundStatus.Succeeded.ToText()), Value(providerId), Value<string?>(null));
        batch.Add(Returned, Value(locked.StoreId), Value(payment.Id), Value(amount.Amount));
        OrderChanges.Book(batch, locked, payment.Id, providerId is null
            ? Booking.CashRefund(refundId, amount)
            : Booking.Refund(providerId, amount, payment.IsSettled, isForReview: payment.Status.NeedsPerson()));
        OrderChanges.Note(batch, locked, "refunded", ownerId: null, amount.ToString());
        if (payment.Status.HasPaid() && RefundRules.IsFull(payment.Captured!.Value.Amount, payment.Refunded + amount.Amount))
        {
            OrderChanges.Move(batch, locked, OrderStatus.Refunded, "refunded_whole", ownerId: null);
        }

        OrderChanges.Tell(batch, locked, OrderNotice.Refunded(locked.Placed, amount));
    }

    /// <param name="batch">To which it is added.</param>
    /// <param name="locked">The order.</param>
    /// <param name="payment">Whose money stayed.</param>
    /// <param name="refundId">Ours.</param>
    /// <param name="reason">For the owner.</param>
    public static void Fail(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, Guid refundId, string reason)
    {
        batch.Add(End, Value(locked.StoreId), Value(refundId), Value(RefundStatus.Failed.ToText()), Value<string?>(null), Value(reason));
        batch.Add(Unresolve, Value(locked.StoreId), Value(payment.Id));
        OrderChanges.Note(batch, locked, "refund_failed", ownerId: null, reason);
    }
}
