using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;

namespace Jirani.Infrastructure.Orders;

/// <summary>Several orders in one go, each in a transaction of its own: one that does not move holds up no other.</summary>
public sealed class FulfilmentRound(FulfilmentService fulfilment)
{
    private const int Most = 200;

    /// <returns>Those that did not move; none where all did.</returns>
    public Task<IReadOnlyList<FulfilmentFault>> ShipAsync(
        Guid ownerId, IReadOnlyCollection<Guid> orderIds, Shipment shipment, CancellationToken cancellationToken) =>
        EachAsync(orderIds, orderId => fulfilment.ShipAsync(ownerId, orderId, shipment, cancellationToken));

    /// <inheritdoc cref="ShipAsync" />
    public Task<IReadOnlyList<FulfilmentFault>> DeliverAsync(Guid ownerId, IReadOnlyCollection<Guid> orderIds, CancellationToken cancellationToken) =>
        EachAsync(orderIds, orderId => fulfilment.DeliverAsync(ownerId, orderId, cancellationToken));

    private static async Task<IReadOnlyList<FulfilmentFault>> EachAsync(IReadOnlyCollection<Guid> orderIds, Func<Guid, Task<string?>> move)
    {
        if (orderIds.Count > Most)
        {
            return [.. orderIds.Select(orderId => new FulfilmentFault(orderId, OrderSentences.TooMany))];
        }

        var faults = new List<FulfilmentFault>();
        foreach (var orderId in orderIds)
        {
            if (await TryAsync(orderId, move) is { } fault)
            {
                faults.Add(new FulfilmentFault(orderId, fault));
            }
        }

        return faults;
    }

    private static async Task<string?> TryAsync(Guid orderId, Func<Guid, Task<string?>> move)
    {
        try
        {
            return await move(orderId);
        }
        catch (Exception error) when (error.IsPassing())
        {
            return OrderSentences.NotSaved;   // the others may well pass
        }
    }
}
