using Bunit;
using Jirani.Web.Simulator.Flutterwave;
using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveSwitchTests : BunitContext
{
    private readonly List<PaymentFaults> _switched = [];

    [Fact]
    public void The_tab_counts_what_is_switched_on() =>
        Assert.Equal("2", Show(new PaymentFaults { IsTwice = true, SecondsLate = 5 }).Find("[role=tab] .count").TextContent);

    [Theory]
    [InlineData("Webhook comes twice")]
    [InlineData("Webhook never comes")]
    [InlineData("Webhook before the answer")]
    [InlineData("Out of order")]
    [InlineData("Wrong amount")]
    [InlineData("Wrong currency")]
    [InlineData("Flutterwave is down")]
    public void A_switch_changes_its_own_fault_and_back(string words)
    {
        var panel = Money(Show(new PaymentFaults { SecondsLate = 5 }));

        panel.FindAll("label").Single(label => label.TextContent.Trim() == words).QuerySelector("input")!.Change(true);

        Assert.Equal((2, 5), (Assert.Single(_switched).Count, _switched[0].SecondsLate));
    }

    [Fact]
    public void Lateness_goes_up_in_fives_and_not_below_nothing()
    {
        var panel = Money(Show(PaymentFaults.None));

        panel.Find("[aria-label=Later]").Click();
        panel.Find("[aria-label='Less late']").Click();

        Assert.Equal([5, 0], _switched.Select(faults => faults.SecondsLate));
    }

    private static IRenderedComponent<FaultPanel> Money(IRenderedComponent<FaultPanel> panel)
    {
        panel.Find("#faults-money").Click();
        return panel;
    }

    private IRenderedComponent<FaultPanel> Show(PaymentFaults faults) => Render<FaultPanel>(panel => panel
        .Add(view => view.ShopName, "Mama Njeri")
        .Add(view => view.Faults, MessageFaults.None)
        .Add(view => view.MoneyFaults, faults)
        .Add(view => view.MoneyFaultsChanged, _switched.Add));
}
