using Jirani.Infrastructure.Stores;

namespace Jirani.Infrastructure.Orders;

/// <summary>A row of orders as screens read it; the public may not read whose it is.</summary>
internal sealed class OrderRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public required StoreRecord Store { get; init; }

    public Guid CustomerId { get; init; }

    public required string OrderNumber { get; init; }

    public required string SessionId { get; init; }

    public required string Status { get; init; }

    public decimal TotalAmount { get; init; }

    public required string Currency { get; init; }

    public required string DeliveryStatus { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
