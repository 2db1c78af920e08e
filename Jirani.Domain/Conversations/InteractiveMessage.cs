namespace Jirani.Domain.Conversations;

/// <summary>A question with answers to tap, as an owner composes it.</summary>
/// <param name="Body">The question.</param>
/// <param name="Footer">A line in grey below it; null or blank for none.</param>
/// <param name="Choices">What can be tapped. Up to three stand below the question; where there is a <paramref name="ListButton" />, up to ten in a list.</param>
/// <param name="ListButton">What opens the list; null where the choices are buttons.</param>
public sealed record InteractiveMessage(string Body, string? Footer, IReadOnlyList<InteractiveChoice> Choices, string? ListButton);
