namespace Jirani.Domain.Conversations;

/// <param name="Id">The log row's id.</param>
/// <param name="Text">What the customer wrote or tapped; null for a photo and the like.</param>
/// <param name="ReceivedAt">When it was kept here.</param>
/// <param name="SentAt">When the provider says it was sent, which a wrong clock may put in the future.</param>
public sealed record IncomingMessage(long Id, MessageKind Kind, string? Text, DateTimeOffset ReceivedAt, DateTimeOffset SentAt)
{
    /// <summary>The provider's time, but never later than our own.</summary>
    public DateTimeOffset WrittenAt => SentAt > ReceivedAt ? ReceivedAt : SentAt;
}
