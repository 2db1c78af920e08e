using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>
/// Reads the body of a WhatsApp webhook: every entry, every change, every message, status and echo. Never throws,
/// whatever the bytes; what cannot be read comes out as <see cref="WebhookItem.Unusable"/> and holds up nothing beside it.
/// </summary>
public static class WebhookReader
{
    /// <summary>Keeps the memory for one body bounded; the parser itself does not recurse.</summary>
    private const int DeepestBody = 1_000;

    /// <summary>A store with a Meta app of its own signs what it likes: one body must not become a million rows.</summary>
    private const int MostFaults = 1_000;

    private static readonly JsonDocumentOptions _options = new() { MaxDepth = DeepestBody };

    public static IReadOnlyList<WebhookItem> Read(ReadOnlyMemory<byte> body)
    {
        var json = WithoutByteOrderMark(body);
        if (json.IsEmpty)
        {
            return [Unusable("empty_body", body)];
        }

        try
        {
            using var document = JsonDocument.Parse(json, _options);
            return Bounded([.. Items(document.RootElement, body)], body);
        }
        catch (JsonException)
        {
            return [Unusable(Fault(json.Span), body)];
        }
    }

    private static IEnumerable<WebhookItem> Items(JsonElement root, ReadOnlyMemory<byte> body) => root.Find("entry"u8) switch
    {
        _ when root.ValueKind != JsonValueKind.Object => [Unusable("not_an_object", body)],
        _ when root.Text("object"u8) != "whatsapp_business_account" => [Unusable("unhandled_object", body)],
        { ValueKind: JsonValueKind.Array } entries when entries.GetArrayLength() > 0 =>
            entries.EnumerateArray().SelectMany(Items),
        _ => [Unusable("no_entries", body)],
    };

    private static IEnumerable<WebhookItem> Items(JsonElement entry) => entry.Find("changes"u8) switch
    {
        _ when entry.ValueKind != JsonValueKind.Object => [Unusable("malformed_entry", entry.Bytes())],
        { ValueKind: JsonValueKind.Array } changes when changes.GetArrayLength() > 0 =>
            changes.EnumerateArray().SelectMany(change => new WebhookChange(change).Items()),
        _ => [Unusable("no_changes", entry.Bytes())],
    };

    private static List<WebhookItem> Bounded(List<WebhookItem> items, ReadOnlyMemory<byte> body) =>
        items.Count <= MostFaults || items.OfType<WebhookItem.Unusable>().Count() <= MostFaults
            ? items
            : [.. items.Where(item => item is not WebhookItem.Unusable), Unusable("too_many_faults", body)];

    private static WebhookItem.Unusable Unusable(string reason, ReadOnlyMemory<byte> body) => new(null, reason, body.ToArray());

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\ufeff"u8) ? body[3..] : body;

    private static string Fault(ReadOnlySpan<byte> json) => json switch
    {
        // UTF-16 and UTF-32, with or without their marks: JSON in UTF-8 begins with none of these.
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..] => "not_utf8",
        _ when Nesting(json) > DeepestBody => "too_deep",
        _ => "malformed_json",
    };

    private static int Nesting(ReadOnlySpan<byte> json)
    {
        var (depth, deepest, inText) = (0, 0, false);
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'{' or (byte)'[' when !inText:
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case (byte)'}' or (byte)']' when !inText:
                    depth--;
                    break;
            }
        }

        return deepest;
    }
}
