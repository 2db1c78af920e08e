using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>
/// The sender's own number, given when the shop asked for it. Only <c>origin: contact_request</c> proves that; a card
/// that somebody forwards is a mere claim.
/// </summary>
/// <param name="Phone">Digits, without a plus.</param>
public sealed record ContactShared(string Phone)
{
    /// <param name="payloadJson">Of any message; null comes back for one that proves no number.</param>
    public static ContactShared? Read(string payloadJson)
    {
        using var document = TolerantJson.TryParse(payloadJson);
        var message = document?.RootElement;
        if (message.Find("contacts"u8).Elements().Cast<JsonElement?>().FirstOrDefault() is not { } contact)
        {
            return null;
        }

        return IsAnswer(message) || IsAnswer(contact) ? First(contact) : null;
    }

    public override string ToString() => nameof(ContactShared);

    private static bool IsAnswer(JsonElement? node) => node.Text("origin"u8) == "contact_request";

    private static ContactShared? First(JsonElement contact) => contact.Find("phones"u8).Elements()
        .Select(phone => WhatsAppId.Phone(phone.Text("wa_id"u8)) ?? WhatsAppId.Phone(phone.Text("phone"u8)))
        .OfType<string>()
        .Select(phone => new ContactShared(phone))
        .FirstOrDefault();
}
