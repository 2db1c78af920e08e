using System.Text.RegularExpressions;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Tells phone numbers and user ids apart by their form: Meta has sent user ids in <c>from</c> and <c>wa_id</c>.</summary>
internal static partial class WhatsAppId
{
    private const int FewestDigits = 6;
    private const int MostDigits = 15;

    /// <summary>The digits, or null where the text is not a number in international form.</summary>
    public static string? Phone(string? text)
    {
        if (text is null || text.Length > 2 * MostDigits)
        {
            return null;
        }

        var digits = string.Concat(text.Where(letter => !IsDecoration(letter)));
        return digits.Length is >= FewestDigits and <= MostDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>The text itself, which is opaque and case-sensitive, or null where it is not a user id.</summary>
    public static string? UserId(string? text) => text is not null && UserIdForm().IsMatch(text) ? text : null;

    private static bool IsDecoration(char letter) => letter is '+' or '-' or '(' or ')' or '.' || char.IsWhiteSpace(letter);

    [GeneratedRegex(@"\A[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserIdForm();
}
