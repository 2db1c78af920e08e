using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>Whether a webhook is Flutterwave's, by its bytes as received.</summary>
public static class FlutterwaveSignature
{
    private const string Signature = "flutterwave-signature";
    private const string VerifHash = "verif-hash";

    /// <param name="mode">The one that is set.</param>
    /// <param name="body">As it came.</param>
    /// <param name="header">Gives a header by its name; null where it is missing.</param>
    /// <param name="secret">An empty one proves nothing, so nothing is authentic under it.</param>
    public static bool IsAuthentic(SignatureMode mode, ReadOnlySpan<byte> body, Func<string, string?> header, ReadOnlySpan<byte> secret) =>
        !secret.IsEmpty && mode switch
        {
            SignatureMode.HmacSha256Base64 => IsDigest(body, header(Signature), secret),
            SignatureMode.PlainSecret => IsSecret(header(Signature), secret),
            SignatureMode.VerifHash => IsSecret(header(VerifHash), secret),
            _ => throw new UnreachableException(),
        };

    private static bool IsDigest(ReadOnlySpan<byte> body, string? header, ReadOnlySpan<byte> secret)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header is null || header.Length != Base64.GetMaxEncodedToUtf8Length(claimed.Length)
            || !Convert.TryFromBase64String(header, claimed, out var written) || written != claimed.Length)
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, body), claimed);
    }

    private static bool IsSecret(string? header, ReadOnlySpan<byte> secret) =>
        header is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header)), SHA256.HashData(secret));
}
