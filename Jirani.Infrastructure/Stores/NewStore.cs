using System.Text.RegularExpressions;

namespace Jirani.Infrastructure.Stores;

/// <summary>A store as whoever opens it describes it.</summary>
public sealed partial record NewStore
{
    private const int LongestName = 120;

    /// <summary>Its part of every public address.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 4217, three capitals.</summary>
    public required string Currency { get; init; }

    /// <summary>ISO 3166-1, two capitals.</summary>
    public required string Country { get; init; }

    /// <summary>An IANA name, such as Africa/Nairobi.</summary>
    public required string TimeZone { get; init; }

    public required string OwnerEmail { get; init; }

    /// <summary>Everything that is wrong with it, a sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Path().IsMatch(Slug))
        {
            yield return $"'{Slug}' cannot be part of an address: use up to 63 small letters, digits and inner hyphens.";
        }

        if (Name.Trim().Length is 0 or > LongestName || Name.Any(char.IsControl))
        {
            yield return $"The name needs 1 to {LongestName} characters on one line.";
        }

        if (!ThreeCapitals().IsMatch(Currency))
        {
            yield return $"'{Currency}' is no currency code: use three capitals, such as KES.";
        }

        if (!TwoCapitals().IsMatch(Country))
        {
            yield return $"'{Country}' is no country code: use two capitals, such as KE.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId)
        {
            yield return $"'{TimeZone}' is no time zone: use an IANA name, such as Africa/Nairobi.";
        }
    }

    // The same rule as the table's own check.
    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeCapitals();

    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TwoCapitals();
}
