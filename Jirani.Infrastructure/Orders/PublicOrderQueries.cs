using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Orders;

public sealed class PublicOrderQueries(PublicDatabase database)
{
    /// <summary>Null when there is no such order. The id is all the proof there is: it is random and 128 bits long.</summary>
    public Task<PublicOrder?> FindAsync(Guid orderId, CancellationToken cancellationToken) =>
        database.ForOrderAsync(orderId, (db, cancellation) => ReadAsync(db, orderId, cancellation), cancellationToken);

    private static async Task<PublicOrder?> ReadAsync(JiraniDbContext db, Guid orderId, CancellationToken cancellationToken)
    {
        // Columns one by one: the public has no grant for the others.
        var order = await db.Set<OrderRecord>().Where(row => row.Id == orderId).Select(row => new
        {
            row.OrderNumber,
            row.StoreId,
            row.Store.StoreSlug,
            row.Store.Name,
            row.Store.Country,
            row.Store.TimeZone,
            row.SessionId,
            row.Status,
            row.TotalAmount,
            row.Currency,
            row.DeliveryStatus,
            row.ExpiresAt,
            row.CreatedAt,
            Delivery = db.Set<DeliveryRecord>().FirstOrDefault(delivery => delivery.OrderId == orderId),
        }).FirstOrDefaultAsync(cancellationToken);
        return order is null ? null : new PublicOrder
        {
            Id = orderId,
            Number = order.OrderNumber,
            StoreId = order.StoreId,
            StoreSlug = order.StoreSlug,
            StoreName = order.Name,
            Country = order.Country,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(order.TimeZone),
            SessionId = order.SessionId,
            Status = OrderStatusText.Parse(order.Status),
            Total = new Money(order.TotalAmount, new Currency(order.Currency)),
            Lines = await LinesAsync(db, orderId, cancellationToken),
            Delivery = Delivery(order.Delivery, order.DeliveryStatus),
            ExpiresAt = order.ExpiresAt,
            CreatedAt = order.CreatedAt,
        };
    }

    private static Task<List<PublicOrderLine>> LinesAsync(JiraniDbContext db, Guid orderId, CancellationToken cancellationToken) =>
        db.Set<OrderLineRecord>()
            .Where(line => line.OrderId == orderId)
            .OrderBy(line => line.Id)
            .Select(line => new PublicOrderLine(line.Name, line.Quantity, line.UnitPrice, line.LineTotal))
            .ToListAsync(cancellationToken);

    private static PublicDelivery Delivery(DeliveryRecord? delivery, string ofOrder) =>
        new(DeliveryStatusText.Parse(delivery?.Status ?? ofOrder), delivery?.Courier, delivery?.Eta, delivery?.TrackingUrl);
}
