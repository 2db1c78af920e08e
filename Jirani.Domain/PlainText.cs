using System.Globalization;
using System.Text;

namespace Jirani.Domain;

/// <summary>What of a text can be seen, whatever a phone or a hostile sender put between the letters.</summary>
internal static class PlainText
{
    /// <summary>True for what takes no room on the screen and must not tell two texts apart; white space is not invisible.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value switch
    {
        // Fillers that Unicode calls letters or symbols but draws as nothing.
        0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 => true,
        // Variation selectors.
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => true,
        // Noncharacters: string.Normalize refuses the first of them.
        0xFFFE or 0xFFFF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)),
    };

    /// <summary>The visible characters in form C. Lone surrogates come out as U+FFFD, so it never throws.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }
}
