namespace Jirani.Domain.Orders;

public sealed record PlacedOrder
{
    public required Guid Id { get; init; }

    /// <summary>Short and unique in its store.</summary>
    public required string Number { get; init; }

    public required OrderStatus Status { get; init; }

    public required Money Total { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it may stay unpaid; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DeliveryStatus DeliveryStatus { get; init; }

    public string? Courier { get; init; }

    public DateTimeOffset? Eta { get; init; }

    /// <summary>The courier's own page, where there is one.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>Status alone decides: an order past its time stays payable until it is found expired.</summary>
    public bool IsUnpaid => Status == OrderStatus.Pending;

    public static PlacedOrder From(NewOrder order, DateTimeOffset placedAt) => new()
    {
        Id = order.Id,
        Number = order.Number,
        Status = OrderStatus.Pending,
        Total = order.Total,
        CreatedAt = placedAt,
        ExpiresAt = order.ExpiresAt,
    };

    /// <summary>True where the reference, as <c>TRACK</c> gives it, is this order's number or id.</summary>
    public bool AnswersTo(string reference) =>
        string.Equals(Number, reference, StringComparison.OrdinalIgnoreCase) ||
        (Guid.TryParse(reference, out var id) && id == Id);
}
