using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Puts statuses into the envelope Meta posts: one entry for each account, one change for each number.</summary>
internal static class StatusEnvelope
{
    public static byte[] Write(IReadOnlyList<StatusNotice> notices)
    {
        var buffer = new ArrayBufferWriter<byte>(512 * (notices.Count + 1));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("object", "whatsapp_business_account");
            json.WriteStartArray("entry");
            foreach (var ofStore in notices.GroupBy(notice => notice.Call.Store))
            {
                WebhookEntry.Write(json, ofStore.Key, () => WriteStatuses(json, ofStore));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteStatuses(Utf8JsonWriter json, IEnumerable<StatusNotice> notices)
    {
        json.WriteStartArray("statuses");
        foreach (var notice in notices)
        {
            WriteStatus(json, notice);
        }

        json.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter json, StatusNotice notice)
    {
        var message = notice.Call.Message;
        json.WriteStartObject();
        json.WriteString("id", notice.Call.Id);
        json.WriteString("status", notice.Status);
        json.WriteString("timestamp", notice.OccurredAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        json.WriteString(message.Recipient.Phone is null ? "recipient_user_id" : "recipient_id", message.Recipient.Id);
        if (message.CallbackData is { } callback)
        {
            json.WriteString("biz_opaque_callback_data", callback);
        }

        if (notice.ErrorCode is { } code)
        {
            WriteError(json, code);
        }
        else
        {
            WritePricing(json, message.Type);
        }

        json.WriteEndObject();
    }

    private static void WritePricing(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject("pricing");
        json.WriteBoolean("billable", true);
        json.WriteString("pricing_model", "PMP");
        json.WriteString("type", "regular");
        json.WriteString("category", type == "template" ? "utility" : "service");
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, int code)
    {
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteNumber("code", code);
        json.WriteString("title", "Scripted error");
        json.WriteString("message", "Scripted error");
        json.WriteStartObject("error_data");
        json.WriteString("details", "The simulator was told to fail this message.");
        json.WriteEndObject();
        json.WriteString("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
