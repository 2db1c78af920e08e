using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>Bodies of Meta's webhook, for what the plain text message of one customer does not show.</summary>
internal static class Envelope
{
    private static readonly JsonSerializerOptions _withoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Messages(StoreCast store, params object[] messages) => Of(Change(store, new { messages }));

    public static byte[] Messages(StoreCast store, object[] contacts, params object[] messages) => Of(Change(store, new { contacts, messages }));

    public static byte[] Statuses(StoreCast store, params object[] statuses) => Of(Change(store, new { statuses }));

    public static byte[] Echoes(StoreCast store, params object[] echoes) => Of(Change(store, new { message_echoes = echoes }, "smb_message_echoes"));

    public static byte[] Of(params object[] changes) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = changes.Select(change => new { id = "900000000000001", changes = new[] { change } }),
    }, _withoutNulls);

    public static object Change(StoreCast store, object value, string field = "messages")
    {
        var content = JsonSerializer.SerializeToNode(value, _withoutNulls)!.AsObject();
        content["messaging_product"] = "whatsapp";
        content["metadata"] = JsonSerializer.SerializeToNode(new { display_phone_number = "254700000001", phone_number_id = store.PhoneNumberId });
        return new { field, value = content };
    }

    public static object Contact(string? phone, string? userId, string name = "Otieno") => new { profile = new { name }, wa_id = phone, user_id = userId };

    public static object Text(string? from, string text, string? userId = null, string? id = null, DateTimeOffset? sentAt = null) => new
    {
        from,
        from_user_id = userId,
        id = id ?? SignedMessage.NewId(),
        timestamp = Seconds(sentAt),
        type = "text",
        text = new { body = text },
    };

    /// <summary>A message of another type than text.</summary>
    /// <param name="content">What stands under the type's own name.</param>
    public static IReadOnlyDictionary<string, object?> Other(string from, string type, object? content, string? id = null) => new Dictionary<string, object?>
    {
        ["from"] = from,
        ["id"] = id ?? SignedMessage.NewId(),
        ["timestamp"] = Seconds(null),
        ["type"] = type,
        [type] = content,
    };

    public static object NumberChanged(string from, string? userId, string newPhone, string? newUserId) => new
    {
        from,
        from_user_id = userId,
        id = SignedMessage.NewId(),
        timestamp = Seconds(null),
        type = "system",
        system = new { type = "user_changed_number", body = "changed", wa_id = newPhone, user_id = newUserId, previous_user_id = userId },
    };

    public static object UserIdChanged(string userId, string newUserId) => new
    {
        from_user_id = userId,
        id = SignedMessage.NewId(),
        timestamp = Seconds(null),
        type = "system",
        system = new { type = "user_changed_user_id", body = "changed", user_id = newUserId, previous_user_id = userId },
    };

    public static object Echo(string to, string text, DateTimeOffset? sentAt = null, string? id = null) => new
    {
        from = "254700000001",
        to,
        id = id ?? SignedMessage.NewId(),
        timestamp = Seconds(sentAt),
        type = "text",
        text = new { body = text },
    };

    public static string Seconds(DateTimeOffset? at) =>
        (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
