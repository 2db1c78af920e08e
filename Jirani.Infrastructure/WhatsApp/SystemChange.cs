using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>A customer's new phone number or user id, from a message of type <c>system</c>. At least one of the two is new.</summary>
/// <param name="PreviousUserId">Null when Meta names none; the message's sender is the person as known before.</param>
public sealed record SystemChange(string? NewPhone, string? NewUserId, string? NewParentUserId, string? PreviousUserId)
{
    /// <param name="payloadJson">Of any message; null comes back for one that changes nothing about who the customer is.</param>
    public static SystemChange? Read(string payloadJson)
    {
        using var document = TolerantJson.TryParse(payloadJson);
        var system = document?.RootElement.Find("system"u8);
        if (system.Text("type"u8) is not ("user_changed_number" or "user_changed_user_id"))
        {
            return null;
        }

        var (id, userId) = (system.Text("wa_id"u8), system.Text("user_id"u8));
        var phone = WhatsAppId.Phone(id);
        var user = WhatsAppId.UserId(userId) ?? WhatsAppId.UserId(id);
        return phone is null && user is null ? null : new SystemChange(
            phone,
            user,
            WhatsAppId.UserId(system.Text("parent_user_id"u8)),
            WhatsAppId.UserId(system.Text("previous_user_id"u8)));
    }

    public override string ToString() => nameof(SystemChange);
}
