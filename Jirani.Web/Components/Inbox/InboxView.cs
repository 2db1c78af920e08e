using Jirani.Infrastructure.Conversations;

namespace Jirani.Web.Components.Inbox;

/// <summary>What the list shows, as it stands in the address: a reload, a link and the Back button bring it back.</summary>
/// <param name="Scope">Any: those who wait first, then everyone else.</param>
/// <param name="Search">Null while nothing is looked for.</param>
public sealed record InboxView(ConversationScope Scope, string? Search)
{
    private const int LongestSearch = 100;

    /// <summary>How each filter stands in the address, in the order of the chips.</summary>
    private static readonly OrderedDictionary<ConversationScope, string> _words = new()
    {
        [ConversationScope.Unread] = "unread",
        [ConversationScope.Unpaid] = "unpaid",
        [ConversationScope.OpenCart] = "cart",
        [ConversationScope.Closing] = "closing",
        [ConversationScope.OptedOut] = "stopped",
    };

    public static InboxView Everything { get; } = new(ConversationScope.Any, null);

    public static IReadOnlyList<InboxView> Chips { get; } =
        [.. _words.Keys.Prepend(ConversationScope.Any).Select(scope => new InboxView(scope, null))];

    /// <summary>Those who wait stand in a group of their own above.</summary>
    public bool IsGrouped => this == Everything;

    public string Name => Scope switch
    {
        ConversationScope.Unread => "Unread",
        ConversationScope.Unpaid => "Unpaid",
        ConversationScope.OpenCart => "Open cart",
        ConversationScope.Closing => "Closing soon",
        ConversationScope.OptedOut => "Said STOP",
        _ => "All",
    };

    /// <returns>How many it would show; null where nobody counts them.</returns>
    public int? Count(ConversationCounts counts) => Scope switch
    {
        ConversationScope.Unread => counts.Unread,
        ConversationScope.Unpaid => counts.Unpaid,
        ConversationScope.OpenCart => counts.OpenCart,
        _ => null,
    };

    /// <summary>Said where nothing is found.</summary>
    public string Nothing => (Search, Scope) switch
    {
        (not null, ConversationScope.Any) => $"Nobody found for “{Search}”",
        (not null, _) => $"Nobody found for “{Search}” among “{Name}”",
        _ => $"No conversation in “{Name}”",
    };

    /// <summary>Whatever an address says, it is a view.</summary>
    public static InboxView Parse(string? show, string? search) => new(
        _words.FirstOrDefault(word => word.Value == show).Key,
        search?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestSearch)] : null);

    public InboxView Of(ConversationScope scope) => this with { Scope = scope };

    public InboxView LookingFor(string? words) => Parse(Word, words);

    /// <param name="conversationId">The one that is open; null where none is.</param>
    public string Address(Guid? conversationId)
    {
        string[] parts = [.. Word is null ? [] : new[] { $"show={Word}" }, .. Search is null ? [] : new[] { $"q={Uri.EscapeDataString(Search)}" }];
        return $"dashboard/whatsapp{(conversationId is { } id ? $"/{id}" : "")}{(parts.Length > 0 ? "?" + string.Join('&', parts) : "")}";
    }

    private string? Word => _words.GetValueOrDefault(Scope);
}
