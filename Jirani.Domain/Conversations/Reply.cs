using Jirani.Domain.Messaging;

namespace Jirani.Domain.Conversations;

/// <param name="Text">What it says.</param>
/// <param name="Purpose">Why it is sent.</param>
public sealed record Reply(string Text, ReplyPurpose Purpose)
{
    /// <summary>Empty for a plain text.</summary>
    public IReadOnlyList<ReplyChoice> Choices { get; init; } = [];

    /// <summary>Never longer than one text message may be.</summary>
    public string Text { get; } = MessageLimits.Cut(Text, MessageLimits.Text);
}
