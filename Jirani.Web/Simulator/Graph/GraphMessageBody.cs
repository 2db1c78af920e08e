namespace Jirani.Web.Simulator.Graph;

/// <summary>A valid message as the shop sent it.</summary>
/// <param name="Text">What a person would read: the body, a caption, or null where there are no words.</param>
/// <param name="Choices">What can be tapped, in order.</param>
/// <param name="CallbackData">Echoed in every status; null when the caller gave none.</param>
internal sealed record GraphMessageBody(
    GraphRecipient Recipient, string Type, string? Text, IReadOnlyList<GraphChoice> Choices, string? CallbackData);
