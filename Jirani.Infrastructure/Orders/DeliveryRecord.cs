namespace Jirani.Infrastructure.Orders;

/// <summary>A row of deliveries with the columns that the public may read.</summary>
internal sealed class DeliveryRecord
{
    public Guid OrderId { get; init; }

    public required string Status { get; init; }

    public string? Courier { get; init; }

    public DateTimeOffset? Eta { get; init; }

    public string? TrackingUrl { get; init; }
}
