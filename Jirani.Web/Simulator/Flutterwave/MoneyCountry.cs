namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A country in which the emulated Flutterwave charges mobile money.</summary>
/// <param name="Iso">ISO 3166, two capitals.</param>
/// <param name="Minimum">The least amount of a charge, in major units.</param>
/// <param name="Decimals">How many decimals an amount may have.</param>
internal sealed record MoneyCountry(string Iso, string Name, string DiallingCode, string Currency, decimal Minimum, int Decimals)
{
    public static IReadOnlyList<MoneyCountry> All { get; } =
    [
        new("KE", "Kenya", "254", "KES", 10, 2),
        new("UG", "Uganda", "256", "UGX", 500, 0),
        new("TZ", "Tanzania", "255", "TZS", 500, 2),
        new("RW", "Rwanda", "250", "RWF", 100, 0),
        new("MW", "Malawi", "265", "MWK", 1, 2),
        new("GH", "Ghana", "233", "GHS", 1, 2),
    ];

    public static MoneyCountry? OfCode(string? diallingCode) => All.FirstOrDefault(country => country.DiallingCode == diallingCode);

    public static MoneyCountry? OfIso(string? iso) =>
        All.FirstOrDefault(country => string.Equals(country.Iso, iso, StringComparison.OrdinalIgnoreCase));

    public static MoneyCountry? OfCurrency(string? currency) => All.FirstOrDefault(country => country.Currency == currency);

    public bool Takes(decimal amount) => decimal.Round(amount, Decimals) == amount;
}
