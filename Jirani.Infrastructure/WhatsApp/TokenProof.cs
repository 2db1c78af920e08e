namespace Jirani.Infrastructure.WhatsApp;

/// <summary>What Meta says of an access token.</summary>
public abstract record TokenProof
{
    private TokenProof()
    {
    }

    /// <param name="Until">Null for a token that never expires.</param>
    public sealed record Valid(DateTimeOffset? Until) : TokenProof;

    public sealed record Invalid(string Details) : TokenProof;

    /// <summary>Meta did not say; the token may still work.</summary>
    public sealed record Unknown(string Reason) : TokenProof;
}
