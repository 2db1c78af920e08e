using System.Diagnostics.CodeAnalysis;

namespace Jirani.Domain;

/// <summary>A number in international form. Prints masked, so it is safe to log; the full number is <see cref="Digits"/>.</summary>
public readonly record struct PhoneNumber
{
    private const int FewestDigits = 6;
    private const int MostDigits = 15;
    private const string TwoDigitCountryCodes =
        " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The digits as in Meta's <c>wa_id</c>, without a plus.</summary>
    public string Digits { get; }

    /// <summary>Accepts 6 to 15 digits with or without a plus before them, and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        var digits = text is ['+', .. var rest] ? rest : text;
        var valid = digits is { Length: >= FewestDigits and <= MostDigits } && digits.All(char.IsAsciiDigit);
        number = valid ? new PhoneNumber(digits!) : default;
        return valid;
    }

    public override string ToString() =>
        Digits is null ? "" : $"+{Digits[..CountryCodeLength(Digits)]}…{Digits[^2..]}";

    private static int CountryCodeLength(string digits) => digits switch
    {
        ['1' or '7', ..] => 1,
        _ when TwoDigitCountryCodes.Contains($" {digits[..2]} ", StringComparison.Ordinal) => 2,
        _ => 3,
    };
}
