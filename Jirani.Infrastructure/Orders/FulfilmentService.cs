using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Payments;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

/// <summary>
/// An owner sends an order out, hands it over or cancels it, under the order's lock. The customer is told by the same commit.
/// Each answers null once it is done; else why not, as a sentence.
/// </summary>
public sealed class FulfilmentService(OwnedOrders owned, OrderLock orders, OrderNews news)
{
    /// <summary>$1 the store, $2 the order, $3 where its delivery is now, $4 courier, $5 time and $6 link.</summary>
    private const string MoveDelivery = """
        with moved as (
            update orders set delivery_status = $3, delivery_eta = $5 where store_id = $1 and id = $2)
        insert into deliveries (store_id, order_id, status, courier, eta, tracking_url) values ($1, $2, $3, $4, $5, $6)
        on conflict (store_id, order_id) do update
        set status = excluded.status, courier = excluded.courier, eta = excluded.eta, tracking_url = excluded.tracking_url
        """;

    public Task<string?> ShipAsync(Guid ownerId, Guid orderId, Shipment shipment, CancellationToken cancellationToken) =>
        MoveAsync(ownerId, orderId, (locked, batch) => Ship(locked, batch, shipment, ownerId), cancellationToken);

    /// <summary>Courier, time or link of what is on the way are others now. The same once more changes nothing and tells nobody.</summary>
    public Task<string?> ChangeAsync(Guid ownerId, Guid orderId, Shipment shipment, CancellationToken cancellationToken) =>
        MoveAsync(ownerId, orderId, (locked, batch) => Change(locked, batch, shipment, ownerId), cancellationToken);

    public Task<string?> DeliverAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) =>
        MoveAsync(ownerId, orderId, (locked, batch) => Deliver(locked, batch, ownerId), cancellationToken);

    /// <summary>Only what nobody paid for; what it had reserved is for sale again.</summary>
    public Task<string?> CancelAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) =>
        MoveAsync(ownerId, orderId, (locked, batch) => Cancel(locked, batch, ownerId), cancellationToken);

    private async Task<string?> MoveAsync(
        Guid ownerId, Guid orderId, Func<LockedOrder, NpgsqlBatch, string?> decide, CancellationToken cancellationToken)
    {
        if (!await owned.HasAsync(ownerId, orderId, cancellationToken))
        {
            return OrderSentences.NotYours;
        }

        var (storeId, fault) = await orders.HoldAsync(orderId, (locked, batch) => (locked.StoreId, Fault: decide(locked, batch)), cancellationToken);
        if (fault is null)
        {
            news.Changed(storeId, orderId);
        }

        return fault;
    }

    private static string? Ship(LockedOrder locked, NpgsqlBatch batch, Shipment shipment, Guid ownerId)
    {
        if (Fulfilment.ShipFault(locked.Placed, shipment, locked.Now) is { } fault)
        {
            return fault;
        }

        var order = With(locked.Placed, shipment) with { Status = OrderStatus.Shipped, DeliveryStatus = DeliveryStatus.OnTheWay };
        OrderChanges.Move(batch, locked, order.Status, "shipped", ownerId, shipment.Courier);
        Carry(batch, locked, order);
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, order));
        return null;
    }

    private static string? Change(LockedOrder locked, NpgsqlBatch batch, Shipment shipment, Guid ownerId)
    {
        if (Fulfilment.ChangeFault(locked.Placed, shipment, locked.Now) is { } fault)
        {
            return fault;
        }

        var order = With(locked.Placed, shipment);
        if (order != locked.Placed)
        {
            OrderChanges.Note(batch, locked, "delivery_changed", ownerId, shipment.Courier);
            Carry(batch, locked, order);
            OrderChanges.Tell(batch, locked, OrderNotice.DeliveryMoved(locked.Store, order));
        }

        return null;
    }

    private static string? Deliver(LockedOrder locked, NpgsqlBatch batch, Guid ownerId)
    {
        if (Fulfilment.DeliverFault(locked.Placed) is { } fault)
        {
            return fault;
        }

        var order = locked.Placed with { Status = OrderStatus.Delivered, DeliveryStatus = DeliveryStatus.Delivered };
        OrderChanges.Move(batch, locked, order.Status, "delivered", ownerId);
        Carry(batch, locked, order);
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, order));
        return null;
    }

    private static string? Cancel(LockedOrder locked, NpgsqlBatch batch, Guid ownerId)
    {
        var hasMoney = locked.All.Any(payment => payment.Captured is { } came && !RefundRules.IsFull(came.Amount, payment.Refunded));
        if (Fulfilment.CancelFault(locked.Placed, hasMoney, locked.All.Any(payment => payment.Status.IsOpen())) is { } fault)
        {
            return fault;
        }

        OrderChanges.Move(batch, locked, OrderStatus.Cancelled, "cancelled", ownerId);
        batch.Add(StockStatements.GiveBack, Value<Guid[]>([locked.Placed.Id]));
        OrderChanges.Tell(batch, locked, OrderNotice.Moved(locked.Store, locked.Placed with { Status = OrderStatus.Cancelled }));
        return null;
    }

    private static PlacedOrder With(PlacedOrder order, Shipment shipment) =>
        order with { Courier = shipment.Courier, Eta = ToTheSecond(shipment.Eta), TrackingUrl = shipment.TrackingUrl };

    /// <summary>The database keeps less of a time than we do, and what is finer would look like a change for ever.</summary>
    private static DateTimeOffset? ToTheSecond(DateTimeOffset? time) =>
        time is { } at ? at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)) : null;

    private static void Carry(NpgsqlBatch batch, LockedOrder locked, PlacedOrder order) => batch.Add(
        MoveDelivery, Value(locked.StoreId), Value(order.Id), Value(order.DeliveryStatus.ToText()), Value(order.Courier), Value(order.Eta),
        Value(order.TrackingUrl));
}
