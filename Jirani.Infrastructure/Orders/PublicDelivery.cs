using Jirani.Domain.Orders;

namespace Jirani.Infrastructure.Orders;

/// <param name="TrackingUrl">Of the courier, http or https; null when there is none.</param>
public sealed record PublicDelivery(DeliveryStatus Status, string? Courier, DateTimeOffset? Eta, string? TrackingUrl);
