namespace Jirani.Domain.Payments;

/// <summary>
/// The wallets that Flutterwave charges in each country (its v4 mobile-money page), and which one a number's prefix suggests.
/// Numbers are portable, so a prefix is never more than a suggestion.
/// </summary>
public static class MobileNetworks
{
    private static readonly MobileNetwork _mpesa = new("MPESA", "M-PESA");
    private static readonly MobileNetwork _airtel = new("AIRTEL", "Airtel Money");
    private static readonly MobileNetwork _mtn = new("MTN", "MTN MoMo");

    /// <param name="country">ISO 3166, two capitals.</param>
    /// <returns>Empty for a country in which no mobile money is taken.</returns>
    public static IReadOnlyList<MobileNetwork> Of(string country) => country switch
    {
        "KE" => [_mpesa, _airtel],
        "UG" => [_mtn, _airtel],
        "RW" => [_mtn, _airtel],
        "TZ" => [new("VODAFONE", "M-Pesa"), new("TIGO", "Mixx by Yas"), _airtel, new("HALOPESA", "HaloPesa")],
        "MW" => [_airtel],
        "GH" => [_mtn, new("VODAFONE", "Telecel Cash"), new("AIRTELTIGO", "AirtelTigo Money")],
        _ => [],
    };

    /// <summary>Null for a code that the country does not have. Case does not matter.</summary>
    public static MobileNetwork? Find(string country, string? code) =>
        Of(country).FirstOrDefault(network => string.Equals(network.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>By its code or its name as people write it, whatever stands between the letters: M-PESA, mpesa, airtel money.</summary>
    public static MobileNetwork? Named(string country, string? written)
    {
        var letters = Letters(written);
        return letters.Length == 0 ? null : Of(country).FirstOrDefault(network =>
            Letters(network.Code) == letters || Letters(network.Name) == letters);
    }

    /// <summary>Null where the prefix says nothing.</summary>
    public static MobileNetwork? Suggested(string country, PayerNumber payer) => Find(country, (country, payer.National) switch
    {
        ("KE", ['7', '3' or '8', ..] or ['1', '0', ..]) => "AIRTEL",
        ("KE", ['7', '0' or '1' or '2' or '4' or '5' or '6' or '9', ..] or ['1', '1', ..]) => "MPESA",
        ("UG", ['7', '0' or '4' or '5', ..]) => "AIRTEL",
        ("UG", ['7', '6' or '7' or '8' or '9', ..]) => "MTN",
        ("RW", ['7', '8' or '9', ..]) => "MTN",
        ("RW", ['7', '2' or '3', ..]) => "AIRTEL",
        ("TZ", ['7', '4' or '5' or '6', ..]) => "VODAFONE",
        ("TZ", ['7', '1' or '7', ..] or ['6', '5' or '7', ..]) => "TIGO",
        ("TZ", ['7', '8', ..] or ['6', '8' or '9', ..]) => "AIRTEL",
        ("TZ", ['6', '2', ..]) => "HALOPESA",
        _ => null,
    });

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetter)).ToUpperInvariant();
}
