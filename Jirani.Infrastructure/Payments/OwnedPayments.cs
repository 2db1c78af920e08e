using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Payments;

/// <summary>Finds what an owner may act on, under their own login: another store's payment is not there.</summary>
public sealed class OwnedPayments(OwnerDatabase database)
{
    /// <returns>Of which order it is; null when there is no such payment among those the caller may act on.</returns>
    internal Task<Guid?> OrderOfAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Database.SqlQuery<Guid?>($"""
            select order_id as "Value" from payment_transactions
            where id = {paymentId} and store_id = any (array(select my_stores('payments.write')))
            """).FirstOrDefaultAsync(cancellation),
        cancellationToken);

    /// <returns>False when there is no such order among those the caller may act on.</returns>
    internal Task<bool> HasOrderAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Database.SqlQuery<bool>($"""
            select exists (select from orders where id = {orderId} and store_id = any (array(select my_stores('payments.write')))) as "Value"
            """).SingleAsync(cancellation),
        cancellationToken);
}
