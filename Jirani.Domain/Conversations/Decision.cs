namespace Jirani.Domain.Conversations;

/// <param name="Reply">The one message that answers; null for silence.</param>
public sealed record Decision(Reply? Reply, IReadOnlyList<Effect> Effects)
{
    public static Decision Nothing { get; } = new(null, []);
}
