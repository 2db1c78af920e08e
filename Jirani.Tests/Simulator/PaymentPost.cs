using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

/// <summary>An event of a payment as it was posted.</summary>
/// <param name="Signature">The header of version 4.</param>
/// <param name="Hash">The header of version 3.</param>
internal sealed record PaymentPost(byte[] Body, string? Signature, string? Hash)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public JsonElement Of => Json.GetProperty("data");

    public string? Status => Of.GetProperty("status").GetString();

    public string? EventId => Json.GetProperty("webhook_id").GetString();

    public bool IsSigned =>
        Signature == Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookReceiver.Secret), Body)) && Hash is null;
}
