using System.Globalization;
using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

internal static class JsonReading
{
    /// <summary>The text of a member; null where it is absent, no text, or text that no encoding can hold.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: the element is readable JSON, its text is not.
            return null;
        }
    }

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Member(this JsonElement? element, string name) => element?.Member(name);

    public static string? Text(this JsonElement? element, string name) => element?.Text(name);

    /// <summary>The elements of an array member; none where it is absent or no array.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Meta counts what a person sees as one character; counting that is dear, so only where it can matter.</summary>
    public static bool IsLongerThan(this string text, int limit) =>
        text.Length > limit && new StringInfo(text).LengthInTextElements > limit;
}
