namespace Jirani.Infrastructure.Flutterwave;

/// <summary>How a webhook proves its sender. One at a time: the plain modes turn a leaked header into the secret.</summary>
public enum SignatureMode
{
    /// <summary>v4: <c>flutterwave-signature</c> is the base64 of HMAC-SHA256 over the bytes of the body.</summary>
    HmacSha256Base64,

    /// <summary>v4's early documents: <c>flutterwave-signature</c> is the secret itself.</summary>
    PlainSecret,

    /// <summary>v3: <c>verif-hash</c> is the secret itself.</summary>
    VerifHash,
}
