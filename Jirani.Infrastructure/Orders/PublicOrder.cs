using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Orders;

/// <summary>What whoever holds the link may see of an order.</summary>
public sealed record PublicOrder
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid StoreId { get; init; }

    public required string StoreSlug { get; init; }

    public required string StoreName { get; init; }

    /// <summary>ISO 3166, two capitals.</summary>
    public required string Country { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required string SessionId { get; init; }

    public required OrderStatus Status { get; init; }

    public required Money Total { get; init; }

    public required IReadOnlyList<PublicOrderLine> Lines { get; init; }

    public required PublicDelivery Delivery { get; init; }

    /// <summary>Until when it is kept unpaid; null when it does not run out.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Only what still waits for its money can run out.</summary>
    public bool CanBePaid => OrderTransitions.Allows(Status, OrderStatus.Expired);

    /// <summary>Masked; null for a customer without a number.</summary>
    public string? Phone => PhoneNumber.TryParse(Customer, out var number) ? number.ToString() : null;

    /// <summary>The number of the chat, where the wallets of the store's country can be charged with it.</summary>
    public PayerNumber? ChatPayer => PayerNumber.Parse(Customer, Country);

    private string Customer => SessionId[Math.Min(3, SessionId.Length)..];
}
