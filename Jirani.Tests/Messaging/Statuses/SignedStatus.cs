using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Statuses;

/// <summary>Bodies with statuses, as Meta posts them.</summary>
internal static class SignedStatus
{
    private static readonly JsonSerializerOptions _withoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="id">Meta's, of our message.</param>
    /// <param name="status">Meta's word.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="logId">The callback data; null leaves it out.</param>
    /// <param name="code">Of the error of a failed one.</param>
    public static object Of(string id, string status, DateTimeOffset at, long? logId = null, int? code = null) => new
    {
        id,
        status,
        timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        recipient_id = Cast.Otieno,
        biz_opaque_callback_data = logId?.ToString(CultureInfo.InvariantCulture),
        conversation = new { id = "c1", expiration_timestamp = 1_795_460_100, origin = new { type = "service" } },
        pricing = new { billable = true, pricing_model = "PMP", type = "regular", category = "service" },
        errors = code is null ? null : new[] { new { code, title = "Failed", message = "Failed", error_data = new { details = "Meta's own words." } } },
    };

    public static byte[] Body(StoreCast store, params object[] statuses) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = "900000000000001",
                changes = new[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "254700000001", phone_number_id = store.PhoneNumberId },
                            statuses,
                        },
                    },
                },
            },
        },
    }, _withoutNulls);
}
