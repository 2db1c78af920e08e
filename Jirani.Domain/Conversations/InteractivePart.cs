namespace Jirani.Domain.Conversations;

public enum InteractivePart
{
    Body,
    Footer,
    ListButton,
    Choices,
    ChoiceTitle,
    ChoiceDescription,
}
