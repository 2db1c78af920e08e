using Jirani.Domain.Conversations;

namespace Jirani.Tests.Conversations;

/// <summary>What Meta would refuse as a whole is said at its part before it is sent.</summary>
public sealed class InteractiveRulesTests
{
    private static readonly InteractiveMessage _buttons = new("Pick up or delivery?", null, [new("Pick up"), new("Delivery")], null);
    private static readonly InteractiveMessage _list = _buttons with { ListButton = "Choose" };

    [Fact]
    public void What_stays_within_the_limits_may_go()
    {
        Assert.Empty(InteractiveRules.Faults(_buttons));
        Assert.Empty(InteractiveRules.Faults(new(new string('a', 1024), new string('b', 60), [new(new string('c', 20)), new("d"), new("e")], null)));
        Assert.Empty(InteractiveRules.Faults(_list with
        {
            ListButton = new string('f', 20),
            Choices = [.. Enumerable.Range(0, 10).Select(place => new InteractiveChoice($"{place}{new string('g', 23)}", new string('h', 72)))],
        }));
    }

    public static TheoryData<InteractiveMessage, InteractivePart, int?> Refused => new()
    {
        { _buttons with { Body = "  " }, InteractivePart.Body, null },
        { _buttons with { Body = new string('a', 1025) }, InteractivePart.Body, null },
        { _buttons with { Footer = new string('a', 61) }, InteractivePart.Footer, null },
        { _buttons with { Choices = [] }, InteractivePart.Choices, null },
        { _buttons with { Choices = [new("a"), new("b"), new("c"), new("d")] }, InteractivePart.Choices, null },
        { _buttons with { Choices = [new("a"), new(" ")] }, InteractivePart.ChoiceTitle, 1 },
        { _buttons with { Choices = [new(new string('a', 21))] }, InteractivePart.ChoiceTitle, 0 },
        { _buttons with { Choices = [new("Leo"), new("kesho"), new(" LEO ")] }, InteractivePart.ChoiceTitle, 2 },
        { _list with { ListButton = "" }, InteractivePart.ListButton, null },
        { _list with { ListButton = new string('a', 21) }, InteractivePart.ListButton, null },
        { _list with { Choices = [new(new string('a', 25))] }, InteractivePart.ChoiceTitle, 0 },
        { _list with { Choices = [new("a", new string('a', 73))] }, InteractivePart.ChoiceDescription, 0 },
        { _list with { Choices = [.. Enumerable.Range(0, 11).Select(place => new InteractiveChoice($"{place}"))] }, InteractivePart.Choices, null },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_Meta_would_refuse_is_said_at_its_part(InteractiveMessage message, InteractivePart part, int? choice)
    {
        var fault = Assert.Single(InteractiveRules.Faults(message));

        Assert.Equal((part, choice), (fault.Part, fault.Choice));
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
    }
}
