namespace Jirani.Infrastructure.Messaging;

/// <summary>The oldest message of a conversation that should have been answered by now.</summary>
/// <param name="Attempts">How often it was counted before it was found this time.</param>
internal sealed record OverdueMessage(long Id, ConversationKey Key, short Attempts)
{
    public const int MostAttempts = 5;

    public bool IsHopeless => Attempts >= MostAttempts;
}
