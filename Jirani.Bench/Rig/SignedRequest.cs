using System.Security.Cryptography;
using System.Text;

namespace Jirani.Bench.Rig;

/// <summary>Whole HTTP requests as Meta would sign them, ready to be written to a socket.</summary>
internal static class SignedRequest
{
    public const string PhoneNumberId = "100000000000001";
    public const string AppSecret = "jirani-development-app-secret";
    private static readonly byte[] _secret = Encoding.UTF8.GetBytes(AppSecret);

    public static byte[] Message(string phone, string id, string text, DateTimeOffset at, string phoneNumberId = PhoneNumberId) => Sign($$$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"254700000001","phone_number_id":"{{{{phoneNumberId}}}}"},
        "contacts":[{"profile":{"name":"Otieno"},"wa_id":"{{{{phone}}}}"}],"messages":[{"from":"{{{{phone}}}}","id":"{{{{id}}}}",
        "timestamp":"{{{{at.ToUnixTimeSeconds()}}}}","type":"text","text":{"body":"{{{{text}}}}"}}]}}]}]}
        """);

    public static byte[] Status(string phone, string id, string status, DateTimeOffset at) => Sign($$$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"254700000001","phone_number_id":"{{{{PhoneNumberId}}}}"},
        "statuses":[{"id":"{{{{id}}}}","status":"{{{{status}}}}","timestamp":"{{{{at.ToUnixTimeSeconds()}}}}","recipient_id":"{{{{phone}}}}"}]}}]}]}
        """);

    private static byte[] Sign(string body)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(body)));
        return Encoding.UTF8.GetBytes(
            "POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
            $"X-Hub-Signature-256: sha256={signature}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
