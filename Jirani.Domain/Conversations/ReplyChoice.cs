namespace Jirani.Domain.Conversations;

/// <summary>An answer that a customer can tap instead of writing it.</summary>
/// <param name="Command">What tapping it says; never shown.</param>
/// <param name="Title">What they see; at most 20 characters.</param>
public sealed record ReplyChoice(string Command, string Title);
