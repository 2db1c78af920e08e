using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>The <c>contacts[]</c> of one change, found by their ids: their order says nothing about whose message is whose.</summary>
internal sealed class ContactBook
{
    private const int LongestName = 200;

    private readonly Dictionary<string, WhatsAppIdentity> _contacts = new(StringComparer.Ordinal);

    public ContactBook(JsonElement? contacts)
    {
        foreach (var contact in contacts.Elements())
        {
            Add(contact);
        }
    }

    /// <summary>
    /// Null when neither text is a phone number or a user id. What the contact adds comes from the same signed body, so
    /// a phone number and a user id that appear together are one person.
    /// </summary>
    public WhatsAppIdentity? Identify(string? id, string? userId, string? parentUserId)
    {
        var phone = WhatsAppId.Phone(id) ?? WhatsAppId.Phone(userId);
        var user = WhatsAppId.UserId(userId) ?? WhatsAppId.UserId(id);
        if (phone is null && user is null)
        {
            return null;
        }

        var contact = Find(user) ?? Find(phone);
        return new WhatsAppIdentity(
            phone ?? contact?.Phone,
            user ?? contact?.UserId,
            WhatsAppId.UserId(parentUserId) ?? contact?.ParentUserId,
            contact?.Name,
            contact?.Username);
    }

    private WhatsAppIdentity? Find(string? id) => id is null ? null : _contacts.GetValueOrDefault(id);

    private void Add(JsonElement contact)
    {
        var (id, userId, profile) = (contact.Text("wa_id"u8), contact.Text("user_id"u8), contact.Find("profile"u8));
        var identity = new WhatsAppIdentity(
            WhatsAppId.Phone(id) ?? WhatsAppId.Phone(userId),
            WhatsAppId.UserId(userId) ?? WhatsAppId.UserId(id),
            WhatsAppId.UserId(contact.Text("parent_user_id"u8)),
            Shown(profile.Text("name"u8)),
            Shown(profile.Text("username"u8)));
        foreach (var key in new[] { identity.Phone, identity.UserId }.OfType<string>())
        {
            _contacts[key] = identity;
        }
    }

    private static string? Shown(string? name) => name?.Trim() switch
    {
        null or "" => null,
        { Length: > LongestName } trimmed => TextSanitiser.Clean(trimmed[..LongestName]),
        var trimmed => trimmed,
    };
}
