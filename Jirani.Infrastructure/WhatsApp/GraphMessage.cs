using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>One message to one customer. At least one of <see cref="Phone"/> and <see cref="UserId"/> is known; the phone wins.</summary>
public sealed record GraphMessage
{
    private static readonly JsonWriterOptions _asWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string PhoneNumberId { get; init; }

    public required string AccessToken { get; init; }

    /// <summary>Digits as in <c>wa_id</c>.</summary>
    public string? Phone { get; init; }

    public string? UserId { get; init; }

    /// <summary>Every status of the message brings it back, even when the answer to the call was lost.</summary>
    public required long LogId { get; init; }

    /// <summary>As kept in the log: <c>{"type":"text","text":{…}}</c>, in an answer to one message with <c>context</c>. Nothing else of it is sent.</summary>
    public required string Payload { get; init; }

    /// <summary>The payload of a plain text. Links in it get no preview.</summary>
    public static string TextPayload(string body) => Encoding.UTF8.GetString(Json(writer =>
    {
        writer.WriteString("type"u8, "text"u8);
        writer.WriteStartObject("text"u8);
        writer.WriteBoolean("preview_url"u8, false);
        writer.WriteString("body"u8, TextSanitiser.Clean(body));
        writer.WriteEndObject();
    }));

    /// <summary>The payload of what the dialogue says: a text, or a question with buttons, or with a list where three buttons are too few.</summary>
    public static string ReplyPayload(Reply reply) => reply.Choices.Count == 0
        ? TextPayload(reply.Text)
        : InteractivePayload(new InteractiveMessage(
            reply.Text, null, [.. reply.Choices.Select(choice => new InteractiveChoice(choice.Title, Command: choice.Command))],
            reply.Choices.Count > MessageLimits.Buttons ? "Choose" : null));

    /// <summary>The payload of a question with answers to tap.</summary>
    public static string InteractivePayload(InteractiveMessage message) => Encoding.UTF8.GetString(Json(writer => InteractiveJson.Write(writer, message)));

    /// <summary>Numbers, tokens and texts do not belong into logs.</summary>
    public override string ToString() => $"{nameof(GraphMessage)} {LogId}";

    internal byte[] ToJson()
    {
        using var payload = JsonDocument.Parse(Payload);
        var root = payload.RootElement;
        var type = root.Text("type"u8) ?? throw new InvalidOperationException($"The payload of message {LogId} has no type.");
        return Json(writer =>
        {
            writer.WriteString("messaging_product"u8, "whatsapp"u8);
            writer.WriteString("recipient_type"u8, "individual"u8);
            WriteRecipient(writer);
            writer.WriteString("type"u8, type);
            WriteMember(writer, root, type);
            WriteMember(writer, root, "context");
            writer.WriteString("biz_opaque_callback_data"u8, LogId.ToString(CultureInfo.InvariantCulture));
        });
    }

    /// <summary>A user id in <c>to</c> is refused with 131026: it belongs into <c>recipient</c>.</summary>
    private void WriteRecipient(Utf8JsonWriter writer)
    {
        if (Phone is not null)
        {
            writer.WriteString("to"u8, Phone);
            return;
        }

        writer.WriteString("recipient"u8, UserId ?? throw new InvalidOperationException($"Message {LogId} has no recipient."));
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonElement root, string name)
    {
        if (root.Find(Encoding.UTF8.GetBytes(name)) is { } member)
        {
            writer.WritePropertyName(name);
            member.WriteTo(writer);
        }
    }

    private static byte[] Json(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _asWritten))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
