using System.Diagnostics;
using Jirani.Domain;
using Jirani.Domain.Conversations;
using Jirani.Domain.Ledger;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Everything that a verdict changes, as statements of one transaction: payment, order, ledger, balance, and what the customer is told.</summary>
internal static class PaymentEffects
{
    /// <returns>One of <see cref="PaymentOutcome"/>.</returns>
    public static string Add(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, PaymentVerdict verdict, ChargeReport? report)
    {
        switch (verdict)
        {
            case PaymentVerdict.Captured captured:
                Capture(batch, locked, payment, captured, report!);
                return PaymentOutcome.Captured;
            case PaymentVerdict.Review review:
                Keep(batch, locked, payment, review, report!);
                return PaymentOutcome.Review;
            case PaymentVerdict.Failed failed:
                Fail(batch, locked, payment, failed, report);
                return PaymentOutcome.Failed;
            case PaymentVerdict.Contradiction:
                AskLater(batch, locked, payment, report);
                OrderChanges.Note(batch, locked, "payment_contradicted", ownerId: null);
                return PaymentOutcome.Contradiction;
            case PaymentVerdict.Nothing:
                PayOut(batch, locked, payment, report);
                return payment.Status.IsOpen() ? PaymentOutcome.Waiting : PaymentOutcome.Ignored;
            default:
                throw new UnreachableException();
        }
    }

    private static void Capture(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, PaymentVerdict.Captured captured, ChargeReport report)
    {
        Receive(batch, locked, payment, PaymentStatus.Succeeded, null, payment.Amount, captured.Fee, report);
        batch.Add(SettlementStatements.Supersede, Value(locked.StoreId), Value(locked.Placed.Id), Value(payment.Id));
        OrderChanges.Move(batch, locked, OrderStatus.Processing, "paid", ownerId: null);
        OrderChanges.Book(batch, locked, payment.Id, Booking.Charge(report.ChargeId, payment.Amount, captured.Fee, isForReview: false));
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, locked.Placed with { Status = OrderStatus.Processing }));
    }

    private static void Keep(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, PaymentVerdict.Review review, ChargeReport report)
    {
        Receive(batch, locked, payment, PaymentStatus.Review, review.Reason, review.Received, review.Fee, report);
        OrderChanges.Note(batch, locked, "payment_in_review", ownerId: null, review.Reason.ToText());
        if (review.Received is { } received)
        {
            OrderChanges.Book(batch, locked, payment.Id, Booking.Charge(report.ChargeId, received, review.Fee, isForReview: true));
        }

        OrderChanges.Tell(batch, locked, OrderNotice.PaymentInReview(locked.Placed, review.Reason, review.Received));
    }

    private static void Receive(
        NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, PaymentStatus status, ReviewReason? reason, Money? received, decimal fee, ChargeReport report) =>
        batch.Add(
            SettlementStatements.Received, Value(locked.StoreId), Value(payment.Id), Value(status.ToText()), Value(reason?.ToText()),
            Value(received?.Amount), Value(received?.Currency.Code), Value(fee), Value(report.ChargeId), Value(report.ProviderStatus),
            Value(PollSchedule.WaitForSettlement(TimeSpan.Zero, 0)));

    private static void Fail(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, PaymentVerdict.Failed failed, ChargeReport? report)
    {
        batch.Add(
            SettlementStatements.Failed, Value(locked.StoreId), Value(payment.Id), Value(PaymentStatus.Failed.ToText()), Value(failed.Reason),
            Value(report?.ProviderStatus), Value<string?>(null));
        OrderChanges.Note(batch, locked, "payment_failed", ownerId: null, failed.Reason);
        if (report is not null && !payment.IsSuperseded && locked.Placed.IsUnpaid)
        {
            OrderChanges.Tell(batch, locked, OrderNotice.PaymentFailed(locked.Store, locked.Placed, failed.Reason));
        }
    }

    private static void PayOut(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, ChargeReport? report)
    {
        if (report is not { IsSettled: true } || payment.IsSettled || payment.Captured is not { } captured)
        {
            AskLater(batch, locked, payment, report);
            return;
        }

        var moreFee = report.Fee - payment.Fee;
        OrderChanges.Book(batch, locked, payment.Id, Booking.Settlement(report.ChargeId, captured with { Amount = payment.Held }, moreFee));
        batch.Add(SettlementStatements.Settled, Value(locked.StoreId), Value(payment.Id), Value(moreFee));
    }

    private static void AskLater(NpgsqlBatch batch, LockedOrder locked, LockedPayment payment, ChargeReport? report)
    {
        var wait = payment.Status.IsOpen() ? PollSchedule.Wait(locked.Now - payment.CreatedAt, payment.Polls + 1)
            : payment.CapturedAt is { } captured && !payment.IsSettled ? PollSchedule.WaitForSettlement(locked.Now - captured, payment.Polls + 1)
            : null;
        batch.Add(
            SettlementStatements.AskedAgain, Value(locked.StoreId), Value(payment.Id), Value(wait), Value(Adopted(payment, report)), Value(report?.ProviderStatus));
    }

    /// <summary>The id of a charge that answers to our reference; another's is none of ours.</summary>
    private static string? Adopted(LockedPayment payment, ChargeReport? report) => report?.Reference == payment.Reference ? report.ChargeId : null;
}
