namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Whether a token gives access to a phone number, which is what proves whose it is.</summary>
public abstract record PhoneNumberProof
{
    private PhoneNumberProof()
    {
    }

    /// <summary>Meta answered with that very id.</summary>
    public sealed record Proved(string? DisplayPhoneNumber, string? VerifiedName) : PhoneNumberProof;

    /// <param name="HttpStatus">Null when it was not even asked, because id or token cannot be one.</param>
    public sealed record Denied(int? HttpStatus, int? Code, string Details) : PhoneNumberProof;

    /// <summary>Nothing is known; it may be asked again.</summary>
    public sealed record Unreachable(string Reason) : PhoneNumberProof;
}
