using Bunit;
using Jirani.Web.Simulator.Graph;
using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class FaultPanelTests : BunitContext
{
    private readonly List<MessageFaults> _switched = [];
    private readonly List<GraphTrouble> _asked = [];

    [Fact]
    public void A_switch_changes_one_fault_and_leaves_the_others()
    {
        Show(new MessageFaults { MinutesLate = 5 }).FindAll("input[role=switch]")[0].Change(true);

        Assert.Equal([new MessageFaults { IsTwice = true, MinutesLate = 5 }], _switched);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("2881")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("soon")]
    public void Minutes_that_are_none_are_refused_with_a_sentence_and_change_nothing(string minutes)
    {
        var panel = Show(MessageFaults.None);

        panel.Find("input[type=number]").Change(minutes);

        Assert.Contains("whole minutes", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_switched);
    }

    [Fact]
    public void Minutes_are_minutes()
    {
        Show(MessageFaults.None).Find("input[type=number]").Change("1500");

        Assert.Equal([new MessageFaults { MinutesLate = 1500 }], _switched);
    }

    [Fact]
    public void Trouble_at_Meta_is_asked_for_once_and_said()
    {
        var panel = Show(MessageFaults.None);

        panel.FindAll("section button")[3].Click();

        Assert.Equal([GraphTrouble.ExpiredToken], _asked);
        Assert.Contains("The token has expired", panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<FaultPanel> Show(MessageFaults faults) => Render<FaultPanel>(panel => panel
        .Add(view => view.ShopName, "Mama Njeri")
        .Add(view => view.Faults, faults)
        .Add(view => view.FaultsChanged, _switched.Add)
        .Add(view => view.TroubleAsked, _asked.Add));
}
