using System.Security.Cryptography;
using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>
/// Reads what a webhook is about. v4 names its delivery <c>webhook_id</c> or <c>id</c>, v3 not at all; v3's refunds come flat and in
/// PascalCase. Only the kind must be there.
/// </summary>
public static class FlutterwaveEvents
{
    private const int MostId = 200;

    /// <returns>Null for what is no JSON object or names no kind.</returns>
    public static ProviderEvent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProviderEvent? Read(JsonElement root, ReadOnlySpan<byte> body)
    {
        var data = root.Find("data"u8);
        var kind = Short(root.Text("type"u8) ?? root.Text("event"u8));
        if (kind is null)
        {
            return root.Text("AmountRefunded"u8) is null ? null : FlatRefund(root, body);
        }

        var isRefund = kind.StartsWith("refund", StringComparison.OrdinalIgnoreCase);
        return new ProviderEvent
        {
            EventId = Short(root.Text("webhook_id"u8) ?? root.Text("id"u8)) ?? Digest(body),
            Kind = kind,
            ChargeId = Short(isRefund ? data.Text("charge_id"u8) : data.Text("id"u8)),
            Reference = Short(data.Text("reference"u8) ?? data.Text("tx_ref"u8)),
            RefundId = isRefund ? Short(data.Text("id"u8)) : null,
            ProviderStatus = Short(data.Text("status"u8)),
        };
    }

    private static ProviderEvent FlatRefund(JsonElement root, ReadOnlySpan<byte> body) => new()
    {
        EventId = Digest(body),
        Kind = "refund",
        ChargeId = Short(root.Text("TransactionId"u8)),
        Reference = Short(root.Text("TxRef"u8)),
        RefundId = Short(root.Text("Id"u8)),
        ProviderStatus = Short(root.Text("Status"u8)),
    };

    private static string Digest(ReadOnlySpan<byte> body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body));

    private static string? Short(string? text) => text.Shortened(MostId);
}
