using System.Text;
using System.Text.Json;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

internal static class SetAsideItems
{
    /// <summary>The same item, for the quarantine instead of the log.</summary>
    public static WebhookItem.Unusable SetAside(this WebhookItem item, string reason) => item switch
    {
        WebhookItem.Unusable unusable => unusable,
        WebhookItem.Message message => new(message.PhoneNumberId, reason, Encoding.UTF8.GetBytes(message.Payload)),
        WebhookItem.Echo echo => new(echo.PhoneNumberId, reason, Encoding.UTF8.GetBytes(echo.Payload)),
        _ => new(item.PhoneNumberId, reason, JsonSerializer.SerializeToUtf8Bytes(item, item.GetType())),
    };
}
