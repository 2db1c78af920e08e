using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jirani.Tests.Support;

/// <summary>Bodies as Meta posts them, and their signature.</summary>
public static class SignedMessage
{
    public static string NewId() => $"wamid.test.{Guid.NewGuid():n}";

    /// <param name="sentAt">The provider's time; null = now.</param>
    public static byte[] Text(string phoneNumberId, string phone, string text, string? id = null, DateTimeOffset? sentAt = null) =>
        Body(phoneNumberId, phone, new
        {
            from = phone,
            id = id ?? NewId(),
            timestamp = (sentAt ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            type = "text",
            text = new { body = text },
        });

    public static byte[] Body(string phoneNumberId, string phone, params object[] messages) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new object[]
        {
            new
            {
                id = "900000000000001",
                changes = new object[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "254700000001", phone_number_id = phoneNumberId },
                            contacts = new object[] { new { profile = new { name = "Otieno" }, wa_id = phone } },
                            messages,
                        },
                    },
                },
            },
        },
    });

    /// <returns>The value of the header X-Hub-Signature-256.</returns>
    public static string Signature(ReadOnlySpan<byte> body, string secret = AppSettings.AppSecret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

    public static HttpRequestMessage Post(byte[] body, string path = "/webhooks/whatsapp", string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature ?? Signature(body));
        return request;
    }
}
