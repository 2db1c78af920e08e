namespace Jirani.Web.Identity;

/// <summary>A country in which a store can be opened, with what follows from it.</summary>
/// <param name="Code">ISO 3166-1.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA.</param>
public sealed record Country(string Code, string Name, string Currency, string TimeZone)
{
    public static IReadOnlyList<Country> All { get; } =
    [
        new("KE", "Kenya", "KES", "Africa/Nairobi"),
        new("UG", "Uganda", "UGX", "Africa/Kampala"),
        new("TZ", "Tanzania", "TZS", "Africa/Dar_es_Salaam"),
        new("RW", "Rwanda", "RWF", "Africa/Kigali"),
        new("BI", "Burundi", "BIF", "Africa/Bujumbura"),
        new("ET", "Ethiopia", "ETB", "Africa/Addis_Ababa"),
        new("SS", "South Sudan", "SSP", "Africa/Juba"),
    ];
}
