namespace Jirani.Domain.Conversations;

/// <param name="Text">Never longer than one text message may be.</param>
public sealed record Reply(string Text, ReplyPurpose Purpose);
