using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>An element of a webhook body as JSON text that jsonb takes.</summary>
internal static class PayloadText
{
    /// <summary>Below the 64 at which .NET's readers of JSON give up.</summary>
    private const int Deepest = 60;

    private const int LongestNumber = 40;
    private const int LongestExponent = 2;

    private static readonly JsonReaderOptions _anyDepth = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions _asWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it was written where that can be stored, else with its texts sanitised and absurd numbers as texts. Null when nested too deep.</summary>
    public static string? Of(JsonElement element)
    {
        var json = JsonMarshal.GetRawUtf8Value(element);
        var isClean = Utf8.IsValid(json);
        var reader = new Utf8JsonReader(json, _anyDepth);
        while (reader.Read())
        {
            if (reader.CurrentDepth >= Deepest)
            {
                return null;
            }

            isClean = isClean && IsStorable(reader);
        }

        return isClean ? Encoding.UTF8.GetString(json) : Rewrite(json);
    }

    private static bool IsStorable(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => IsReasonable(reader.ValueSpan),
        JsonTokenType.String or JsonTokenType.PropertyName => !reader.ValueIsEscaped || TextSanitiser.IsClean(reader.ValueSpan),
        _ => true,
    };

    /// <summary>jsonb writes 1e400 out with all its zeros and refuses 1e200000.</summary>
    private static bool IsReasonable(ReadOnlySpan<byte> number)
    {
        var exponent = number.IndexOfAny((byte)'e', (byte)'E');
        return number.Length <= LongestNumber
            && (exponent < 0 || number[(exponent + 1)..].TrimStart("+-"u8).Length <= LongestExponent);
    }

    private static string Rewrite(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, _asWritten))
        {
            var reader = new Utf8JsonReader(json, _anyDepth);
            while (reader.Read())
            {
                Write(writer, reader);
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, in Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(TextSanitiser.Decode(reader.ValueSpan));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(TextSanitiser.Decode(reader.ValueSpan));
                break;
            case JsonTokenType.Number when !IsReasonable(reader.ValueSpan):
                writer.WriteStringValue(reader.ValueSpan);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan);
                break;
        }
    }
}
