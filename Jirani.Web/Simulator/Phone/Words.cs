using System.Text.RegularExpressions;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Finds the web addresses in a message.</summary>
public static partial class Words
{
    public static IReadOnlyList<WordsSegment> Split(string text)
    {
        var segments = new List<WordsSegment>();
        var end = 0;
        foreach (var link in Address().EnumerateMatches(text))
        {
            Add(segments, text[end..link.Index], isLink: false);
            Add(segments, text.Substring(link.Index, link.Length), isLink: true);
            end = link.Index + link.Length;
        }

        Add(segments, text[end..], isLink: false);
        return segments;
    }

    private static void Add(List<WordsSegment> segments, string text, bool isLink)
    {
        if (text.Length > 0)
        {
            segments.Add(new WordsSegment(text, isLink));
        }
    }

    // A full stop or comma behind an address belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"']*[^\s<>"'.,;:!?)]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
