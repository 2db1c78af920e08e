using Jirani.Domain.Conversations;

namespace Jirani.Web.Components.Inbox;

/// <summary>A question while it is being written.</summary>
public sealed class QuestionForm
{
    public string Body { get; set; } = "";

    public string Footer { get; set; } = "";

    public bool IsList { get; set; }

    public string ListButton { get; set; } = "Choose";

    public List<ChoiceForm> Choices { get; } = [new(), new()];

    public bool IsFull => Choices.Count >= InteractiveRules.MostChoices(IsList);

    public InteractiveMessage ToMessage() => new(
        Body, Footer, [.. Choices.Select(choice => new InteractiveChoice(choice.Title, choice.Description))], IsList ? ListButton : null);
}
