using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Jirani.Infrastructure.Identity;

/// <summary>A key of the ring as it stands in the database: AES-256-GCM under the key that stands outside it.</summary>
internal static class WrappedKey
{
    private const string ElementName = "wrappedKey";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static XElement Wrap(XElement plaintext, byte[] key)
    {
        var content = Encoding.UTF8.GetBytes(plaintext.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceBytes + TagBytes + content.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return new XElement(ElementName, new XAttribute("algorithm", "AES-256-GCM"), Convert.ToBase64String(sealedBytes));
    }

    /// <exception cref="CryptographicException">The ring was wrapped with another key, or somebody changed it.</exception>
    public static XElement Unwrap(XElement wrapped, byte[] key)
    {
        var sealedBytes = Convert.FromBase64String(wrapped.Value).AsSpan();
        var content = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), content);
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new CryptographicException(
                "The key ring in the database was wrapped with another key than DataProtection:WrappingKey. Set the key it was "
                + "wrapped with; without it everybody signs in again and each store enters its access token again.", error);
        }

        return XElement.Parse(Encoding.UTF8.GetString(content));
    }
}
