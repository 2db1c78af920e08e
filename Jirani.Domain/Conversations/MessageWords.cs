using System.Globalization;
using System.Text;

namespace Jirani.Domain.Conversations;

/// <summary>The words of a customer's message, with what phones and hostile senders do to a text undone.</summary>
/// <param name="WereCut">True where the message goes on: longer than any command.</param>
internal sealed record MessageWords(IReadOnlyList<string> Words, bool WereCut)
{
    private const int MostLength = 256;

    /// <summary>
    /// Form C, nothing invisible, every decimal digit as ASCII (<c>٣</c> is 3), cut at white space. Looks at no more of
    /// the text than a command can need, white space apart.
    /// </summary>
    public static MessageWords Of(string? text)
    {
        var folded = new StringBuilder();
        var cut = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (folded.Length > MostLength)
            {
                cut = true;
                break;
            }

            Append(folded, rune);
        }

        var words = folded.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new MessageWords(words, cut);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (!PlainText.IsInvisible(rune))
        {
            folded.Append(rune);
        }
    }
}
