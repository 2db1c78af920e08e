using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Orders;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Payments;

public sealed class PublicPaymentQueries(PublicDatabase database)
{
    /// <summary>
    /// Of the attempts to pay an order the newest of every status, those that were superseded apart: enough for a
    /// <see cref="PayView"/>, and never many.
    /// </summary>
    public Task<IReadOnlyCollection<PayAttempt>> OfAsync(PublicOrder order, CancellationToken cancellationToken) =>
        database.ForOrderAsync<IReadOnlyCollection<PayAttempt>>(
            order.Id, async (db, cancellation) => [.. (await RowsAsync(db, order, cancellation)).Select(row => row.ToAttempt())], cancellationToken);

    private static Task<List<PublicAttemptRow>> RowsAsync(JiraniDbContext db, PublicOrder order, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<PublicAttemptRow>($"""
            select distinct on (status, superseded_at is not null)
                id, provider, status, provider_status, superseded_at is not null as is_superseded, created_at, started_at,
                payer_phone, network, note, checkout_url, failure_reason
            from payment_transactions
            where store_id = {order.StoreId} and order_id = {order.Id}
            order by status, superseded_at is not null, created_at desc
            """).ToListAsync(cancellationToken);
}
