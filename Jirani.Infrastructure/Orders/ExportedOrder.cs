using Jirani.Domain.Orders;

namespace Jirani.Infrastructure.Orders;

/// <summary>One order as it stands in a file.</summary>
/// <param name="Items">Every line, as people read it: 2 × Sugar 1 kg; 1 × Milk 500 ml.</param>
public sealed record ExportedOrder(OrderRow Order, string Items, Shipment Shipment);
