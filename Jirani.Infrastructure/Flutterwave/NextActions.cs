using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

internal static class NextActions
{
    private const int MostNote = 500;
    private const int LongestType = 40;

    /// <summary>The documents spell the kinds in several ways; a link that is none of http is no link.</summary>
    public static NextAction Read(JsonElement? action)
    {
        var type = action.Text("type"u8).Shortened(LongestType);
        return type?.ToUpperInvariant() switch
        {
            "PAYMENT_INSTRUCTION" or "PAYMENT_INSTRUCTIONS" => new NextAction.Prompt(Note(action)),
            "REDIRECT_URL" when Link(action.Find("redirect_url"u8).Text("url"u8)) is { } url => new NextAction.Redirect(url),
            _ => new NextAction.Other(type),
        };
    }

    public static Uri? Link(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? url : null;

    private static string? Note(JsonElement? action) =>
        (action.Find("payment_instruction"u8) ?? action.Find("payment_instructions"u8)).Text("note"u8).Shortened(MostNote);
}
