using System.Globalization;
using System.Text;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>
/// A name as the API takes one: first and last, each 2 to 50 letters with <c>, . ' -</c> and spaces between them. Which letters it takes is
/// not documented; those of ASCII are in every reading.
/// </summary>
internal sealed record PersonName(string First, string Last)
{
    private const int Most = 50;

    /// <summary>From whatever somebody calls themselves; a neutral word where nothing of it can be used.</summary>
    public static PersonName From(string? name)
    {
        var words = Cleaned(name).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new PersonName(Part(words.FirstOrDefault()), Part(string.Join(' ', words.Skip(1))));
    }

    private static string Cleaned(string? name)
    {
        var cleaned = new StringBuilder();
        foreach (var rune in TextSanitiser.Clean(name ?? "").Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            cleaned.Append(rune.Value switch
            {
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark => "",
                '\u2019' => "'",
                _ when rune.IsAscii && (Rune.IsLetter(rune) || rune.Value is ',' or '.' or '\'' or '-') => rune.ToString(),
                _ => " ",
            });
        }

        return cleaned.ToString();
    }

    private static string Part(string? text) => text is { Length: >= 2 } && char.IsLetter(text[0]) ? text[..Math.Min(text.Length, Most)].Trim() : "Customer";
}
