using Jirani.Infrastructure.Conversations;

namespace Jirani.Infrastructure.Orders;

/// <summary>One order on the packing list.</summary>
public sealed record PackedOrder(Guid Id, string Number, CustomerName Customer, DateTimeOffset PlacedAt, IReadOnlyList<OrderItem> Items);
