using System.Buffers;
using System.Security.Cryptography;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Meta's <c>X-Hub-Signature-256</c>: HMAC-SHA256 over the bytes as received, keyed with the app secret.</summary>
public static class WebhookSignature
{
    private const string Scheme = "sha256=";

    /// <param name="header">Null or anything else that is not the scheme and 64 hex digits (of either case) is not authentic.</param>
    /// <param name="appSecret">An empty secret proves nothing, so nothing is authentic under it.</param>
    public static bool IsAuthentic(ReadOnlySpan<byte> body, string? header, ReadOnlySpan<byte> appSecret)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (appSecret.IsEmpty || !TryReadDigest(header, claimed))
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(appSecret, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, claimed);
    }

    private static bool TryReadDigest(string? header, Span<byte> digest) =>
        header is not null
        && header.Length == Scheme.Length + (2 * digest.Length)
        && header.StartsWith(Scheme, StringComparison.Ordinal)
        && Convert.FromHexString(header.AsSpan(Scheme.Length), digest, out _, out var written) == OperationStatus.Done
        && written == digest.Length;
}
