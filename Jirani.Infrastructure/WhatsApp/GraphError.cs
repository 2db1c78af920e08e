using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Meta's error object, the same in an answer, in a status and in a message.</summary>
/// <param name="Text">The fullest of its texts; null when it has none.</param>
/// <param name="TraceId">What Meta's support asks for; null in webhooks.</param>
internal sealed record GraphError(int? Code, int? Subcode, string? Text, bool IsTransient, string? TraceId)
{
    private const int LongestText = 1_000;

    public static GraphError Read(JsonElement error) => new(
        error.Find("code"u8).Integer(),
        error.Find("error_subcode"u8).Integer(),
        Fullest(error),
        error.Find("is_transient"u8).IsTrue(),
        error.Text("fbtrace_id"u8));

    private static string? Fullest(JsonElement error)
    {
        var details = error.Find("error_data"u8);
        string?[] texts = [details.Text("details"u8), details.Text(), error.Text("message"u8), error.Text("title"u8)];
        var text = texts.FirstOrDefault(candidate => !string.IsNullOrWhiteSpace(candidate));
        return text?.Length > LongestText ? TextSanitiser.Clean(text[..LongestText]) : text;
    }
}
