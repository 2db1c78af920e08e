using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Stores;

/// <summary>What came of connecting a store's number. Only <see cref="Connected"/> changed anything.</summary>
public abstract record ChannelConnectionOutcome
{
    private ChannelConnectionOutcome()
    {
    }

    /// <param name="VerifyToken">To be entered at Meta; null where the store keeps the one it has.</param>
    /// <param name="HasOwnApp">The store's own app secret signs, so Meta calls the store's own address.</param>
    /// <param name="VerifiedName">The name customers see, as Meta says it.</param>
    public sealed record Connected(string? VerifyToken, bool HasOwnApp, string? VerifiedName) : ChannelConnectionOutcome;

    public sealed record NoSuchStore : ChannelConnectionOutcome;

    /// <param name="Sentence">What cannot be right about the credentials.</param>
    public sealed record UnusableCredentials(string Sentence) : ChannelConnectionOutcome;

    /// <param name="Sentence">Why nothing protected here could be read by the serving app.</param>
    public sealed record KeyRingLocked(string Sentence) : ChannelConnectionOutcome;

    public sealed record NotProved(PhoneNumberProof.Denied Reason) : ChannelConnectionOutcome;

    /// <param name="DisplayPhoneNumber">What Meta knows the number id by.</param>
    public sealed record OtherNumber(string DisplayPhoneNumber) : ChannelConnectionOutcome;

    public sealed record Unreachable(string Reason) : ChannelConnectionOutcome;

    public sealed record NumberOfAnotherStore : ChannelConnectionOutcome;
}
