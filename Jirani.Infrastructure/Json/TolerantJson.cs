using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Jirani.Infrastructure.Json;

/// <summary>
/// Reads JSON from strangers without ever throwing: what is absent, null or of another type is null. JsonElement's own
/// readers throw on an array where an object was expected, and on names and texts with lone surrogates or invalid UTF-8.
/// </summary>
internal static class TolerantJson
{
    /// <summary>The value of the last property of that name, as jsonb has it too; null when there is none or it is null.</summary>
    public static JsonElement? Find(this JsonElement element, ReadOnlySpan<byte> name)
    {
        JsonElement? found = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return found;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (HasName(property, name))
            {
                found = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return found;
    }

    public static JsonElement? Find(this JsonElement? element, ReadOnlySpan<byte> name) => element?.Find(name);

    public static IEnumerable<JsonElement> Elements(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A string, sanitised, or a number as it is written.</summary>
    public static string? Text(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => TextSanitiser.Decode(JsonMarshal.GetRawUtf8Value(text)[1..^1]),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static string? Text(this JsonElement? element, ReadOnlySpan<byte> name) => element.Find(name).Text();

    public static string? Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Find(name).Text();

    /// <summary>What a column or a log line takes of a stranger's word; null for an empty one.</summary>
    public static string? Shortened(this string? text, int most) =>
        string.IsNullOrEmpty(text) ? null : text.Length <= most ? text : TextSanitiser.Clean(text[..most]);

    public static bool IsTrue(this JsonElement? element) => element is { ValueKind: JsonValueKind.True };

    public static int? Integer(this JsonElement? element) =>
        int.TryParse(element.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static byte[] Bytes(this JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    /// <summary>Null for what is not JSON or is nested deeper than 64.</summary>
    public static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HasName(JsonProperty property, ReadOnlySpan<byte> name)
    {
        var written = JsonMarshal.GetRawUtf8PropertyName(property);
        return written.SequenceEqual(name)
            || (written.Contains((byte)'\\') && TextSanitiser.Decode(written) == Encoding.UTF8.GetString(name));
    }
}
