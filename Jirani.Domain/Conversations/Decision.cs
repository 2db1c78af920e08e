namespace Jirani.Domain.Conversations;

/// <param name="Reply">The one message that answers; null for silence.</param>
public sealed record Decision(Reply? Reply, IReadOnlyList<Effect> Effects)
{
    public static Decision Nothing { get; } = new(null, []);

    internal static Decision Silently(Effect effect) => new(null, [effect]);

    internal static Decision Say(string text, params IReadOnlyList<Effect> effects) =>
        new(new Reply(text, ReplyPurpose.Reply), effects);

    /// <summary>A question with answers to tap; they can be written as well.</summary>
    internal static Decision Ask(string text, IReadOnlyList<ReplyChoice> choices) =>
        new(new Reply(text, ReplyPurpose.Reply) { Choices = choices }, []);

    internal static Decision Confirm(string text, params IReadOnlyList<Effect> effects) =>
        new(new Reply(text, ReplyPurpose.Consent), effects);
}
