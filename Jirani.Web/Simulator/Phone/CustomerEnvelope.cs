using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Puts what a customer does into the envelope Meta posts.</summary>
internal static class CustomerEnvelope
{
    public static byte[] Text(SimulatedStore store, Customer sender, string id, DateTimeOffset at, string text) => Write(store, sender, id, at, json =>
    {
        json.WriteString("type", "text");
        json.WriteStartObject("text");
        json.WriteString("body", text);
        json.WriteEndObject();
    });

    /// <summary>A photo that nobody took: the id leads to no file.</summary>
    public static byte[] Photo(SimulatedStore store, Customer sender, string id, DateTimeOffset at, string caption) => Write(store, sender, id, at, json =>
    {
        json.WriteString("type", "image");
        json.WriteStartObject("image");
        json.WriteString("id", "900000000000077");
        json.WriteString("mime_type", "image/jpeg");
        json.WriteString("sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        json.WriteString("caption", caption);
        json.WriteEndObject();
    });

    public static byte[] Tap(SimulatedStore store, Customer sender, string id, DateTimeOffset at, Bubble of, GraphChoice choice) => Write(store, sender, id, at, json =>
    {
        var kind = choice.IsRow ? "list_reply" : "button_reply";
        json.WriteStartObject("context");
        json.WriteString("from", store.DisplayPhoneNumber);
        json.WriteString("id", of.Id);
        json.WriteEndObject();
        json.WriteString("type", "interactive");
        json.WriteStartObject("interactive");
        json.WriteString("type", kind);
        json.WriteStartObject(kind);
        json.WriteString("id", choice.Id);
        json.WriteString("title", choice.Title);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static byte[] Write(SimulatedStore store, Customer sender, string id, DateTimeOffset at, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("object", "whatsapp_business_account");
            json.WriteStartArray("entry");
            WebhookEntry.Write(json, store, () =>
            {
                WriteContact(json, sender);
                WriteMessage(json, sender, id, at, content);
            });
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteContact(Utf8JsonWriter json, Customer customer)
    {
        json.WriteStartArray("contacts");
        json.WriteStartObject();
        json.WriteStartObject("profile");
        json.WriteString("name", customer.Name.TrimStart('@'));
        if (customer.Name.StartsWith('@'))
        {
            json.WriteString("username", customer.Name[1..]);
        }

        json.WriteEndObject();
        WriteIfKnown(json, "wa_id", customer.Phone);
        json.WriteString("user_id", customer.UserId);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteMessage(
        Utf8JsonWriter json, Customer customer, string id, DateTimeOffset at, Action<Utf8JsonWriter> content)
    {
        json.WriteStartArray("messages");
        json.WriteStartObject();
        WriteIfKnown(json, "from", customer.Phone);
        json.WriteString("from_user_id", customer.UserId);
        json.WriteString("id", id);
        json.WriteString("timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        content(json);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
