using System.Globalization;
using System.Text.Json;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Reads the elements of <c>statuses[]</c>.</summary>
internal static class StatusReader
{
    /// <summary>Null for words that move nothing, such as the old <c>deleted</c> and <c>warning</c>.</summary>
    public static WebhookItem? Read(string phoneNumberId, JsonElement element)
    {
        if (element.Text("status"u8) is not { } word)
        {
            return new WebhookItem.Unusable(phoneNumberId, "no_status", element.Bytes());
        }

        if (!MessageStatuses.TryParse(word, out var status) || !IsSaidByMeta(status))
        {
            return null;
        }

        if (!MessageId.TryRead(element, out var id))
        {
            return new WebhookItem.Unusable(phoneNumberId, "no_id", element.Bytes());
        }

        var error = element.Find("errors"u8).Elements().Select(GraphError.Read).FirstOrDefault();
        return new WebhookItem.Status(
            phoneNumberId, id, status, UnixTime.Read(element.Text("timestamp"u8)), LogId(element), error?.Code, error?.Text);
    }

    /// <summary>Our own words must not come in from outside.</summary>
    private static bool IsSaidByMeta(MessageStatus status) =>
        status is MessageStatus.Sent or MessageStatus.Delivered or MessageStatus.Read or MessageStatus.Failed;

    private static long? LogId(JsonElement element)
    {
        var text = element.Text("biz_opaque_callback_data"u8);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
