namespace Jirani.Infrastructure.Conversations;

/// <summary>How many conversations each filter would show; counted up to 100.</summary>
public sealed record ConversationCounts(int Waiting, int Unread, int Unpaid, int OpenCart)
{
    public const int Most = 100;

    public static ConversationCounts None { get; } = new(0, 0, 0, 0);
}
