using Jirani.Domain.Messaging;

namespace Jirani.Domain.Conversations;

public sealed record Reply(string Text, ReplyPurpose Purpose)
{
    /// <summary>Never longer than one text message may be.</summary>
    public string Text { get; } = MessageLimits.Cut(Text, MessageLimits.Text);
}
