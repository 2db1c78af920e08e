using Jirani.Infrastructure.Conversations;

namespace Jirani.Web.Components.Inbox;

/// <summary>The stretch of a list that is in sight. The list seems one page longer than what was seen of it, until its end is.</summary>
internal sealed class ConversationWindow
{
    public const int Page = 30;

    private int _start;

    /// <summary>Null while nothing is read yet.</summary>
    public IReadOnlyList<ConversationRow>? Rows { get; private set; }

    /// <summary>How many there are, as far as is known.</summary>
    public int Total { get; private set; }

    /// <summary>What to read so that what is in sight is new: one row more than is shown tells whether the list goes on.</summary>
    public (int Skip, int Count) Wanted => (_start, Math.Max(Rows?.Count ?? 0, Page) + 1);

    /// <param name="rows">What was found for <see cref="Wanted"/>, or for a stretch that came into sight.</param>
    public void Take(int skip, int count, IReadOnlyList<ConversationRow> rows)
    {
        _start = skip;
        Rows = [.. rows.Take(count - 1)];
        var seen = skip + Rows.Count;
        Total = rows.Count < count ? seen : Math.Max(Total, seen + Page);
    }

    /// <returns>Null where some of it has to be read first.</returns>
    public IReadOnlyList<ConversationRow>? Find(int start, int count)
    {
        var (first, end) = (start - _start, Math.Min(start + count, Total) - _start);
        return Rows is not null && first >= 0 && end <= Rows.Count ? [.. Rows.Skip(first).Take(Math.Max(0, end - first))] : null;
    }
}
