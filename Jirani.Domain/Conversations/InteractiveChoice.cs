namespace Jirani.Domain.Conversations;

/// <summary>One answer that can be tapped; a customer who taps it has written its title, or its command where it has one.</summary>
/// <param name="Title">What they see and say.</param>
/// <param name="Description">A second line, in a list only; null or blank for none.</param>
/// <param name="Command">What tapping it says to the dialogue; null where that is the title.</param>
public sealed record InteractiveChoice(string Title, string? Description = null, string? Command = null);
