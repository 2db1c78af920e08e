using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Begins the attempts that the chat asked for.</summary>
public sealed class PaymentStarts(ServiceDatabase database, OrderLock orders, PaymentStarter starter, EachAlone each)
{
    private const int MostAtOnce = 16;

    /// <summary>Committed before the call: one that was begun is never begun again by itself.</summary>
    private const string Claim = """
        with due as (
            select id from payment_transactions where start_due_at <= clock_timestamp() order by start_due_at limit $1 for update skip locked)
        update payment_transactions p set start_due_at = null, started_at = clock_timestamp()
        from due where p.id = due.id
        returning p.order_id, p.id
        """;

    /// <returns>How many were begun.</returns>
    internal async Task<int> BeginDueAsync(CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        await each.RunAsync(due, MostAtOnce, (one, cancellation) => BeginAsync(one.OrderId, one.PaymentId, cancellation), cancellationToken);
        return due.Count;
    }

    private async Task<List<(Guid OrderId, Guid PaymentId)>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(Guid, Guid)>();
        await using var command = database.Command(Claim, Value(MostAtOnce));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(row => due.Add((row.GetGuid(0), row.GetGuid(1))), cancellationToken);
        return due;
    }

    private async Task BeginAsync(Guid orderId, Guid paymentId, CancellationToken cancellationToken)
    {
        if (await orders.HoldAsync(orderId, (locked, _) => Request(locked, paymentId), cancellationToken) is { } request)
        {
            await starter.StartAsync(orderId, request, isFromChat: true, cancellationToken);
        }
    }

    /// <summary>Null where the order was paid, or another attempt took its place, before this one was begun.</summary>
    private static ChargeRequest? Request(LockedOrder locked, Guid paymentId) =>
        locked.Find(paymentId) is { IsLive: true } payment && Payability.Fault(locked.Placed) is null
            ? locked.ToRequest(paymentId, PayerNumber.Parse(payment.PayerPhone, locked.Store.Country), payment.Network)
            : null;
}
