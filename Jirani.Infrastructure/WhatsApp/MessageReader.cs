using System.Text.Json;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Reads the elements of <c>messages[]</c> and <c>message_echoes[]</c>.</summary>
internal sealed class MessageReader(string phoneNumberId, string? displayPhoneNumber, ContactBook contacts)
{
    private const int LongestType = 64;

    private readonly string? _ownNumber = WhatsAppId.Phone(displayPhoneNumber);

    public WebhookItem Message(JsonElement element)
    {
        if (contacts.Identify(element.Text("from"u8), element.Text("from_user_id"u8), element.Text("from_parent_user_id"u8))
            is not { } sender)
        {
            return Unusable(element, "no_sender");
        }

        var type = Type(element);
        return Read(element, (id, payload) => new WebhookItem.Message(
            phoneNumberId, displayPhoneNumber, sender, id, type, Kind(element, sender, type), SentAt(element), payload));
    }

    public WebhookItem Echo(JsonElement element)
    {
        if (contacts.Identify(element.Text("to"u8), element.Text("to_user_id"u8), element.Text("to_parent_user_id"u8))
            is not { } recipient)
        {
            return Unusable(element, "no_recipient");
        }

        return Read(element, (id, payload) => new WebhookItem.Echo(
            phoneNumberId, recipient, id, Type(element), SentAt(element), payload));
    }

    private WebhookItem Read(JsonElement element, Func<string, string, WebhookItem> build)
    {
        if (!MessageId.TryRead(element, out var id))
        {
            return Unusable(element, "no_id");
        }

        return PayloadText.Of(element) is { } payload ? build(id, payload) : Unusable(element, "too_deep");
    }

    /// <summary>A group is no place for a shop's private answers, and answering ourselves would never end.</summary>
    private MessageKind Kind(JsonElement element, WhatsAppIdentity sender, string type) =>
        !string.IsNullOrEmpty(element.Text("group_id"u8)) || (sender.Phone is not null && sender.Phone == _ownNumber)
            ? MessageKind.Silent
            : Kind(type);

    private static MessageKind Kind(string type) => type switch
    {
        "text" => MessageKind.Text,
        "image" or "video" or "audio" or "voice" or "document" or "sticker" => MessageKind.Media,
        "interactive" => MessageKind.Interactive,
        "button" => MessageKind.Button,
        "order" => MessageKind.Order,
        "location" => MessageKind.Location,
        "contacts" => MessageKind.Contacts,
        _ => MessageKind.Silent,
    };

    private static string Type(JsonElement element) => element.Text("type"u8) switch
    {
        null or "" => "unknown",
        { Length: > LongestType } type => TextSanitiser.Clean(type[..LongestType]),
        var type => type,
    };

    private static DateTimeOffset? SentAt(JsonElement element) => UnixTime.Read(element.Text("timestamp"u8));

    private WebhookItem.Unusable Unusable(JsonElement element, string reason) => new(phoneNumberId, reason, element.Bytes());
}
