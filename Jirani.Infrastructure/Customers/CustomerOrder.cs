using Jirani.Domain.Orders;

namespace Jirani.Infrastructure.Customers;

/// <summary>An order in the list of its customer.</summary>
/// <param name="Total">In the store's currency.</param>
public sealed record CustomerOrder(Guid Id, string Number, OrderStatus Status, decimal Total, DateTimeOffset CreatedAt);
