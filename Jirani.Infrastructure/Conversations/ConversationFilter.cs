namespace Jirani.Infrastructure.Conversations;

/// <param name="Scope">Which conversations.</param>
/// <param name="Search">Part of a name or username, a phone in any writing, or an order number; null or blank looks for nothing.</param>
public sealed record ConversationFilter(ConversationScope Scope, string? Search = null)
{
    public static ConversationFilter All { get; } = new(ConversationScope.Any);
}
