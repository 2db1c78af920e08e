namespace Jirani.Domain.Orders;

/// <summary>With whom an order goes out, until when, and where it can be followed. Any of it may be unknown.</summary>
/// <param name="Courier">A name or a number plate; null where nobody said.</param>
/// <param name="Eta">When it should arrive; null where nobody knows.</param>
/// <param name="TrackingUrl">The courier's own page, http or https; null where there is none.</param>
public sealed record Shipment(string? Courier, DateTimeOffset? Eta, string? TrackingUrl)
{
    public const int LongestCourier = 80;

    public const int LongestLink = 500;

    /// <returns>What is wrong with it; null where nothing is.</returns>
    public string? Fault(DateTimeOffset now) => this switch
    {
        { Courier.Length: > LongestCourier } => $"Keep the courier to {LongestCourier} characters.",
        { Eta: { } eta } when eta < now => "The time of arrival is past already.",
        { TrackingUrl: { } link } when !IsWebAddress(link) => "The link must be a web address that begins with https:// or http://.",
        _ => null,
    };

    /// <summary>Absolute, http or https, and short enough for a message.</summary>
    public static bool IsWebAddress(string link) =>
        link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && link.StartsWith($"{address.Scheme}://", StringComparison.Ordinal);
}
