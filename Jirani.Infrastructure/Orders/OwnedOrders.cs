using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Orders;

/// <summary>Finds what somebody may move, under their own login: another store's order is not there.</summary>
public sealed class OwnedOrders(OwnerDatabase database)
{
    /// <returns>False when there is no such order among those the caller may act on.</returns>
    internal Task<bool> HasAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Database.SqlQuery<bool>($"""
            select exists (select from orders where id = {orderId} and store_id = any (array(select my_stores('orders.write')))) as "Value"
            """).SingleAsync(cancellation),
        cancellationToken);
}
