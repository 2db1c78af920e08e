using System.Text.Json;
using System.Text.RegularExpressions;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>The words for a message in a list of messages.</summary>
internal static partial class MessagePreview
{
    private const int Longest = 120;

    /// <summary>A preview looks no further into a text than this.</summary>
    private const int Considered = 1_000;

    private const string Unknown = "Unsupported message";

    public static string Of(JsonElement? message)
    {
        var line = OneLine(Words(message));
        return line.Length == 0 ? "Empty message" : MessageLimits.Cut(line, Longest);
    }

    private static string? Words(JsonElement? message)
    {
        var type = message.Text("type"u8);
        return type switch
        {
            "text" => message.Find("text"u8).Text("body"u8),
            "image" => Named("Photo", message.Find("image"u8).Text("caption"u8)),
            "video" => Named("Video", message.Find("video"u8).Text("caption"u8)),
            "audio" => message.Find("audio"u8).Find("voice"u8).IsTrue() ? "Voice note" : "Audio",
            "voice" => "Voice note",
            "sticker" => "Sticker",
            "document" => Document(message.Find("document"u8)),
            "location" => Location(message.Find("location"u8)),
            "contacts" => Contacts(message.Find("contacts"u8)),
            "order" => Order(message.Find("order"u8)),
            _ => Answer(type, message) ?? Event(type, message),
        };
    }

    private static string? Answer(string? type, JsonElement? message) => type switch
    {
        "interactive" => Interactive(message.Find("interactive"u8)),
        "button" => message.Find("button"u8).Text("text"u8) ?? message.Find("button"u8).Text("payload"u8) ?? "Button",
        "template" => Named("Template", message.Find("template"u8).Text("name"u8)),
        _ => null,
    };

    private static string Event(string? type, JsonElement? message) => type switch
    {
        "reaction" => Reaction(message.Find("reaction"u8).Text("emoji"u8)),
        "edit" => $"Edited: {Edited(message.Find("edit"u8).Find("message"u8))}",
        "revoke" => "Deleted a message",
        "system" => message.Find("system"u8).Text("body"u8) ?? "System message",
        "request_welcome" => "Opened the chat",
        _ => Unknown,
    };

    /// <summary>Not an edit within an edit: a hostile payload could nest them.</summary>
    private static string? Edited(JsonElement? message) => message.Text("type"u8) == "edit" ? Unknown : Words(message);

    private static string Reaction(string? emoji) => string.IsNullOrEmpty(emoji) ? "Removed a reaction" : $"Reacted {emoji}";

    private static string Document(JsonElement? document) =>
        Named("Document", document.Text("filename"u8) ?? document.Text("caption"u8));

    private static string Location(JsonElement? location) =>
        Named("Location", location.Text("name"u8) ?? location.Text("address"u8));

    private static string Order(JsonElement? order) => order.Find("product_items"u8).Elements().Count() switch
    {
        1 => "Catalogue order: 1 item",
        var items => $"Catalogue order: {items} items",
    };

    private static string Contacts(JsonElement? contacts)
    {
        var cards = contacts.Elements().ToList();
        var name = cards.Select(card => card.Find("name"u8).Text("formatted_name"u8)).FirstOrDefault();
        return cards.Count > 1 ? $"{Named("Contact", name)} and {cards.Count - 1} more" : Named("Contact", name);
    }

    private static string Interactive(JsonElement? interactive) =>
        MessageText.Choice(interactive).Text("title"u8)
        ?? interactive.Find("body"u8).Text("text"u8)
        ?? (interactive.Text("type"u8) == "nfm_reply" ? "Form answered" : "Interactive message");

    private static string Named(string what, string? name) => string.IsNullOrWhiteSpace(name) ? what : $"{what}: {name}";

    private static string OneLine(string? text) =>
        Gaps().Replace(text is { Length: > Considered } ? text[..Considered] : text ?? "", " ").Trim();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Gaps();
}
