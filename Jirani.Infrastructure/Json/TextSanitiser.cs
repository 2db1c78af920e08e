using System.Globalization;
using System.Text;

namespace Jirani.Infrastructure.Json;

/// <summary>
/// Makes text that PostgreSQL stores. JSON's readers accept NUL, lone surrogates and invalid UTF-8 within a string;
/// text and jsonb columns do not.
/// </summary>
public static class TextSanitiser
{
    /// <summary>Without NUL, and with U+FFFD for each half of a surrogate pair that lacks the other. The same instance when clean.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                clean.Append(rune);
            }
        }

        return clean.Length == text.Length && clean.Equals(text) ? text : clean.ToString();
    }

    /// <param name="escaped">What stands between the quotes of a JSON string that a reader has accepted.</param>
    internal static string Decode(ReadOnlySpan<byte> escaped) => Clean(Unescape(escaped));

    internal static bool IsClean(ReadOnlySpan<byte> escaped)
    {
        var text = Unescape(escaped);
        return ReferenceEquals(text, Clean(text));
    }

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var backslash = escaped.IndexOf((byte)'\\');
        if (backslash < 0)
        {
            return Encoding.UTF8.GetString(escaped);
        }

        var text = new StringBuilder(escaped.Length);
        for (; backslash >= 0; backslash = escaped.IndexOf((byte)'\\'))
        {
            text.Append(Encoding.UTF8.GetString(escaped[..backslash]));
            escaped = escaped[AppendEscape(text, escaped[backslash..], backslash)..];
        }

        return text.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }

    /// <returns>Where the text behind the escape begins.</returns>
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<byte> escape, int start)
    {
        var letter = (char)escape[1];
        text.Append(letter switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => CodeUnit(escape.Slice(2, 4)),
            _ => letter,
        });
        return start + (letter == 'u' ? 6 : 2);
    }

    private static char CodeUnit(ReadOnlySpan<byte> hex) =>
        (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
