namespace Jirani.Web.Components.Inbox;

internal static class MessageWords
{
    /// <summary>So usual that nobody has to be told.</summary>
    public const string Plain = "Text";

    private const int Longest = 24;

    /// <summary>What a message is, in one word: the log knows its own templates and buttons, the provider the rest.</summary>
    public static string OfType(string type, string contentType) => type switch
    {
        "outbound_template" => "Template",
        "outbound_interactive" => "Buttons",
        "inbound" when contentType is "interactive" or "button" => "Tapped",
        _ => Capitalised(contentType),
    };

    private static string Capitalised(string word) => word.Length is 0 or > Longest || !char.IsAsciiLetter(word[0])
        ? "Unknown"
        : char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');
}
