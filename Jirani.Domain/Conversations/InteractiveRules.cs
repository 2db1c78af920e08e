using Jirani.Domain.Messaging;

namespace Jirani.Domain.Conversations;

/// <summary>
/// What Meta accepts of a question with answers to tap; one fault and it refuses the whole message
/// (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages and …-list-messages).
/// </summary>
public static class InteractiveRules
{
    /// <summary>Every fault, in the order in which the parts are read; empty for a message that may go.</summary>
    public static IReadOnlyList<InteractiveFault> Faults(InteractiveMessage message) =>
        [.. Words(message).Concat(Choices(message)).OfType<InteractiveFault>()];

    public static int MostChoices(bool isList) => isList ? MessageLimits.ListRows : MessageLimits.Buttons;

    public static int LongestTitle(bool isList) => isList ? MessageLimits.ListRowTitle : MessageLimits.ButtonTitle;

    private static IEnumerable<InteractiveFault?> Words(InteractiveMessage message)
    {
        yield return Needed(InteractivePart.Body, null, message.Body, MessageLimits.InteractiveBody, "Write the question.");
        yield return TooLong(InteractivePart.Footer, null, message.Footer, MessageLimits.InteractiveFooter);
        if (message.ListButton is { } button)
        {
            yield return Needed(InteractivePart.ListButton, null, button, MessageLimits.ButtonTitle, "Say what opens the list, such as “Choose”.");
        }
    }

    private static IEnumerable<InteractiveFault?> Choices(InteractiveMessage message)
    {
        var isList = message.ListButton is not null;
        yield return message.Choices.Count switch
        {
            0 => new InteractiveFault(InteractivePart.Choices, null, "Add something to tap."),
            var count when count > MostChoices(isList) => new InteractiveFault(
                InteractivePart.Choices, null, isList ? $"A list has at most {MostChoices(isList)} lines." : $"At most {MostChoices(isList)} buttons: make it a list."),
            _ => null,
        };

        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, choice) in message.Choices.Index())
        {
            yield return Needed(InteractivePart.ChoiceTitle, place, choice.Title, LongestTitle(isList), "Write what is tapped, or take it away.")
                ?? (titles.Add(choice.Title.Trim()) ? null : new InteractiveFault(InteractivePart.ChoiceTitle, place, "This stands there already."));
            yield return isList ? TooLong(InteractivePart.ChoiceDescription, place, choice.Description, MessageLimits.ListRowDescription) : null;
        }
    }

    private static InteractiveFault? Needed(InteractivePart part, int? choice, string text, int limit, string sentence) =>
        string.IsNullOrWhiteSpace(text) ? new InteractiveFault(part, choice, sentence) : TooLong(part, choice, text, limit);

    private static InteractiveFault? TooLong(InteractivePart part, int? choice, string? text, int limit) =>
        text?.Trim().Length > limit ? new InteractiveFault(part, choice, $"Too long: {text.Trim().Length} of {limit} characters.") : null;
}
