namespace Jirani.Infrastructure.Conversations;

/// <param name="Waiting">Who waits for a person, at most <see cref="MostWaiting" />; empty unless the others were asked for.</param>
/// <param name="Rows">The stretch that was asked for.</param>
/// <param name="Counts">For the numbers beside the filters, and for the title of the page.</param>
public sealed record InboxRows(IReadOnlyList<ConversationRow> Waiting, IReadOnlyList<ConversationRow> Rows, ConversationCounts Counts)
{
    public const int MostWaiting = 50;
}
