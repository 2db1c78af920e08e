using System.Globalization;
using Jirani.Domain.Orders;

namespace Jirani.Web.Components.Orders;

/// <summary>What somebody enters when an order goes out. Everything may stay empty.</summary>
public sealed class ShipForm
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public string Courier { get; set; } = "";

    /// <summary>As a browser writes a day and a time, in the shop's own time.</summary>
    public string Eta { get; set; } = "";

    public string Link { get; set; } = "";

    /// <summary>As it stands already.</summary>
    public static ShipForm Of(Shipment shipment, TimeZoneInfo zone) => new()
    {
        Courier = shipment.Courier ?? "",
        Eta = shipment.Eta is { } eta ? TimeZoneInfo.ConvertTime(eta, zone).ToString(Format, CultureInfo.InvariantCulture) : "",
        Link = shipment.TrackingUrl ?? "",
    };

    /// <summary>Null where it is no day and time, or one that the clocks of the shop skip.</summary>
    public DateTimeOffset? At(TimeZoneInfo zone) =>
        DateTime.TryParse(Eta.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local))
            : null;

    /// <summary>Only of a form without faults.</summary>
    public Shipment ToShipment(TimeZoneInfo zone) => new(OrNull(Courier), At(zone), OrNull(Link));

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
