namespace Jirani.Domain.Conversations;

/// <summary>While the owner answers from their own phone, the dialogue does not talk over them.</summary>
public static class OwnerPause
{
    public static TimeSpan Length { get; } = TimeSpan.FromHours(2);

    /// <summary>Until when a message of the owner silences the dialogue; a pause that lasts longer stays.</summary>
    /// <param name="pausedUntil">The pause there is; null for none.</param>
    /// <param name="writtenAt">The provider's time of the owner's message; bounded by <paramref name="receivedAt"/>.</param>
    public static DateTimeOffset Until(DateTimeOffset? pausedUntil, DateTimeOffset writtenAt, DateTimeOffset receivedAt)
    {
        var until = (writtenAt > receivedAt ? receivedAt : writtenAt) + Length;
        return pausedUntil > until ? pausedUntil.Value : until;
    }
}
