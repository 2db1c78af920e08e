namespace Jirani.Domain.Conversations;

/// <summary>What the dialogue must know about a store, and the addresses of its public pages.</summary>
public sealed record Storefront
{
    // No summer time, and no need of the system's zone files.
    private static readonly TimeZoneInfo _eastAfrica =
        TimeZoneInfo.CreateCustomTimeZone("East Africa Time", TimeSpan.FromHours(3), "East Africa Time", "East Africa Time");

    public required Guid StoreId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>ISO 3166, two capitals: whose mobile money is taken.</summary>
    public required string Country { get; init; }

    /// <summary>Number and network are asked for on the provider's own page.</summary>
    public bool PaysOnProvidersPage { get; init; }

    /// <summary>How long an order may stay unpaid.</summary>
    public required TimeSpan OrderExpiry { get; init; }

    /// <summary>The address under which customers reach the installation; absolute.</summary>
    public required Uri PublicSite { get; init; }

    /// <summary>In which times are told; East Africa Time unless set.</summary>
    public TimeZoneInfo TimeZone { get; init; } = _eastAfrica;

    public string Checkout(string sessionId, Guid orderId) =>
        $"{Page("checkout")}?session={InQuery(sessionId)}&order={orderId}";

    /// <summary>Where paying begins: the initiate address.</summary>
    public string Pay(Guid orderId) => $"{Site}/api/payments/initiate?order={orderId}";

    public string Track(Guid orderId) => $"{Page("track")}?order={orderId}";

    private string Site => PublicSite.AbsoluteUri.TrimEnd('/');

    private string Page(string name) => $"{Site}/store/{Slug}/{name}";

    // A colon may stand in a query, and "wa:254…" is easier on the eye than "wa%3A254…".
    private static string InQuery(string value) => Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal);
}
