using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>What Meta checks in a message before it takes it on.</summary>
internal static class MessageRules
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestCallbackData = 512;

    /// <returns>Null when the message is one Meta would accept.</returns>
    public static GraphRefusal? Check(JsonElement body)
    {
        if (body.Text("messaging_product") != "whatsapp")
        {
            return GraphRefusal.Required("messaging_product");
        }

        if (body.Text("recipient_type") is { } recipientType && recipientType != "individual")
        {
            return GraphRefusal.Parameter("Param recipient_type must be one of {INDIVIDUAL}.");
        }

        if (body.Member("biz_opaque_callback_data") is { } callback &&
            (callback.ValueKind != JsonValueKind.String || callback.GetString() is { Length: > LongestCallbackData }))
        {
            return GraphRefusal.Parameter("Param biz_opaque_callback_data must be a string of at most 512 characters.");
        }

        return CheckType(body, body.Text("type") ?? "text");
    }

    private static GraphRefusal? CheckType(JsonElement body, string type) => type switch
    {
        "text" => CheckText(body.Member("text")),
        "image" or "video" or "document" => CheckMedia(body, type, takesCaption: true),
        "audio" or "sticker" => CheckMedia(body, type, takesCaption: false),
        "location" => CheckLocation(body.Member("location")),
        "contacts" => CheckContacts(body),
        "reaction" => CheckReaction(body.Member("reaction")),
        "template" => CheckTemplate(body.Member("template")),
        "interactive" => InteractiveRules.Check(body.Member("interactive")),
        _ => GraphRefusal.Parameter("Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, "
            + "REACTION, STICKER, TEMPLATE, TEXT, VIDEO}."),
    };

    private static GraphRefusal? CheckText(JsonElement? text)
    {
        if (text.Text("body") is not { } words || string.IsNullOrWhiteSpace(words))
        {
            return GraphRefusal.Required("text['body']");
        }

        return words.IsLongerThan(LongestText)
            ? GraphRefusal.Parameter("Param text['body'] must be at most 4096 characters long.")
            : null;
    }

    private static GraphRefusal? CheckMedia(JsonElement body, string type, bool takesCaption)
    {
        var media = body.Member(type);
        if (string.IsNullOrEmpty(media.Text("id")) == string.IsNullOrEmpty(media.Text("link")))
        {
            return GraphRefusal.Parameter($"Param {type} must have either an id or a link.");
        }

        if (media.Text("link") is { } link && !IsWebAddress(link))
        {
            return GraphRefusal.Parameter($"Param {type}['link'] is not a valid URL.");
        }

        return media.Text("caption") switch
        {
            null => null,
            _ when !takesCaption => GraphRefusal.Parameter($"Unexpected key \"caption\" on param \"{type}\"."),
            { } caption when caption.IsLongerThan(LongestCaption) =>
                GraphRefusal.Parameter($"Param {type}['caption'] must be at most 1024 characters long."),
            _ => null,
        };
    }

    private static GraphRefusal? CheckLocation(JsonElement? location) =>
        location.Member("latitude") is null || location.Member("longitude") is null
            ? GraphRefusal.Missing("A location needs latitude and longitude.")
            : null;

    private static GraphRefusal? CheckContacts(JsonElement body)
    {
        var contacts = ((JsonElement?)body).List("contacts");
        return contacts.Count == 0 || contacts.Any(contact => string.IsNullOrEmpty(contact.Member("name").Text("formatted_name")))
            ? GraphRefusal.Missing("Each contact needs name.formatted_name.")
            : null;
    }

    private static GraphRefusal? CheckReaction(JsonElement? reaction) =>
        string.IsNullOrEmpty(reaction.Text("message_id")) || reaction.Text("emoji") is null
            ? GraphRefusal.Missing("A reaction needs message_id and emoji.")
            : null;

    private static GraphRefusal? CheckTemplate(JsonElement? template) =>
        string.IsNullOrEmpty(template.Text("name")) || string.IsNullOrEmpty(template.Member("language").Text("code"))
            ? GraphRefusal.Missing("A template needs name and language.code.")
            : null;

    internal static bool IsWebAddress(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http");
}
