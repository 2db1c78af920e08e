namespace Jirani.Domain.Payments;

/// <summary>A number that a mobile-money prompt goes to. Prints masked, so it is safe to log.</summary>
/// <param name="DiallingCode">Of the country, digits: 254.</param>
/// <param name="National">The digits after it, without the leading zero.</param>
public readonly record struct PayerNumber(string DiallingCode, string National)
{
    /// <summary>As in Meta's <c>wa_id</c>.</summary>
    public string Digits => DiallingCode + National;

    /// <summary>As people of the country write it: 0733 905 117.</summary>
    public string Spoken => $"0{National[..3]} {National[3..^3]} {National[^3..]}";

    /// <summary>Reads a number of one country however it is written: spaces, dashes, +, 00, the dialling code or a leading zero.</summary>
    /// <param name="country">ISO 3166, two capitals. A number of another country is none: its wallets do not take this currency.</param>
    public static PayerNumber? Parse(string? text, string country)
    {
        if (text is null || text.Length > 40 || Code(country) is not { } code || !text.All(IsWritten))
        {
            return null;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        digits = digits.Length > 9 && digits.StartsWith(code, StringComparison.Ordinal) ? digits[code.Length..] : digits;
        digits = digits.TrimStart('0') is { Length: 9 } national && digits.Length <= 10 ? national : digits;
        return digits.Length == 9 && First(country).Contains(digits[0], StringComparison.Ordinal) ? new PayerNumber(code, digits) : null;
    }

    public override string ToString() => National is null ? "" : $"+{DiallingCode}…{National[^2..]}";

    private static bool IsWritten(char letter) => char.IsAsciiDigit(letter) || " +-().\u00a0".Contains(letter, StringComparison.Ordinal);

    private static string? Code(string country) => country switch
    {
        "KE" => "254",
        "UG" => "256",
        "TZ" => "255",
        "RW" => "250",
        "MW" => "265",
        "GH" => "233",
        _ => null,
    };

    private static string First(string country) => country switch
    {
        "KE" => "17",
        "TZ" => "67",
        "MW" => "89",
        "GH" => "25",
        _ => "7",
    };
}
