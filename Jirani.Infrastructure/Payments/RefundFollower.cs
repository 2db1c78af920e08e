using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Follows each refund to its end. The same refund asked for again is the same one, so a crash between any two lines is only a delay.</summary>
public sealed class RefundFollower(ServiceDatabase database, IPaymentGateway gateway, OrderLock orders, PaymentNews news, EachAlone each)
{
    private const int MostAtOnce = 8;

    private const string Claim = """
        with due as (
            select id from payment_refunds where poll_at <= clock_timestamp() and status = 'pending' order by poll_at limit $1 for update skip locked)
        update payment_refunds r set poll_at = clock_timestamp() + interval '1 minute', started_at = coalesce(r.started_at, clock_timestamp())
        from due where r.id = due.id
        returning r.id
        """;

    private const string Find = """
        select r.id, r.transaction_id, p.order_id, r.amount, r.currency, r.status, p.flw_charge_id, r.flw_refund_id,
               coalesce(p.review_reason = 'paid_twice', false), clock_timestamp() - r.created_at, r.polls
        from payment_refunds r join payment_transactions p on p.store_id = r.store_id and p.id = r.transaction_id
        where r.id = $1
        """;

    private const string OfProvider = "select id from payment_refunds where flw_refund_id = $1";

    private const string Later = """
        update payment_refunds set polls = polls + 1, poll_at = clock_timestamp() + $3, flw_refund_id = coalesce(flw_refund_id, $4)
        where store_id = $1 and id = $2
        """;

    /// <returns>How many were asked about.</returns>
    internal async Task<int> FollowDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Guid>();
        await using (var command = database.Command(Claim, Value(MostAtOnce)))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.EachAsync(row => due.Add(row.GetGuid(0)), cancellationToken);
        }

        await each.RunAsync(due, MostAtOnce, FollowAsync, cancellationToken);
        return due.Count;
    }

    /// <summary>The provider told that something became of it.</summary>
    /// <returns>False where no refund of ours has this id.</returns>
    internal async Task<bool> HearAsync(string providerId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(OfProvider, Value(providerId));
        if (await command.ExecuteScalarAsync(cancellationToken) is not Guid refundId)
        {
            return false;
        }

        await FollowAsync(refundId, cancellationToken);
        return true;
    }

    private async Task FollowAsync(Guid refundId, CancellationToken cancellationToken)
    {
        if (await FindAsync(refundId, cancellationToken) is not { ChargeId: { } chargeId } refund || !refund.Status.IsOpen())
        {
            return;
        }

        var outcome = refund.ProviderId is { } known
            ? await gateway.QueryRefundAsync(known, cancellationToken)
            : await gateway.RefundAsync(new RefundRequest(refund.Id, chargeId, refund.Amount, refund.IsDuplicate), cancellationToken);
        var storeId = await orders.HoldAsync(refund.OrderId, (locked, batch) => Write(locked, batch, refund, outcome), cancellationToken);
        news.Changed(storeId, refund.OrderId, refund.PaymentId);
    }

    private async Task<FollowedRefund?> FindAsync(Guid refundId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Find, Value(refundId));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new FollowedRefund(
                row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), new Money(row.GetDecimal(3), new Currency(row.GetString(4))),
                RefundStatusText.Parse(row.GetString(5)), row.TextOrNull(6), row.TextOrNull(7), row.GetBoolean(8), row.GetTimeSpan(9), row.GetInt16(10))
            : null;
    }

    /// <summary>Another instance may have heard of the end meanwhile: then nothing is on its way under the lock.</summary>
    private static Guid Write(LockedOrder locked, NpgsqlBatch batch, FollowedRefund refund, RefundOutcome outcome)
    {
        var payment = locked.Find(refund.PaymentId)!;
        if (!payment.OpenRefunds.Contains(refund.Id))
        {
            return locked.StoreId;
        }

        switch (outcome)
        {
            case RefundOutcome.Known { Status: RefundStatus.Succeeded } known:
                RefundEffects.Succeed(batch, locked, payment, refund.Id, refund.Amount, known.RefundId);
                break;
            case RefundOutcome.Known { Status: RefundStatus.Failed }:
                RefundEffects.Fail(batch, locked, payment, refund.Id, "The provider could not give it back.");
                break;
            case RefundOutcome.Refused refused:
                RefundEffects.Fail(batch, locked, payment, refund.Id, refused.Sentence);
                break;
            default:
                batch.Add(
                    Later, Value(locked.StoreId), Value(refund.Id), Value(PollSchedule.WaitForRefund(refund.Age, refund.Polls)),
                    Value((outcome as RefundOutcome.Known)?.RefundId));
                break;
        }

        return locked.StoreId;
    }
}
