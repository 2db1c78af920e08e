using System.Globalization;
using Jirani.Web.Simulator.Graph;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Simulator;

public sealed class SendingLimitsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_person_gets_45_at_once_and_then_one_each_six_seconds()
    {
        var limits = new SendingLimits(_time);

        var burst = Enumerable.Range(0, 46).Select(_ => limits.Take("1", "otieno")?.Code).ToList();
        _time.Advance(TimeSpan.FromSeconds(6));
        var later = new[] { limits.Take("1", "otieno")?.Code, limits.Take("1", "otieno")?.Code };

        Assert.Equal([.. Enumerable.Repeat<int?>(null, 45), 131056], burst);
        Assert.Equal([null, 131056], later);
    }

    [Fact]
    public void One_persons_burst_holds_up_nobody_else()
    {
        var limits = new SendingLimits(_time);

        _ = Enumerable.Range(0, 46).Select(_ => limits.Take("1", "otieno")).ToList();

        Assert.Null(limits.Take("1", "wanjiku"));
    }

    [Fact]
    public void A_number_sends_80_in_a_second_and_no_more()
    {
        var limits = new SendingLimits(_time);

        var second = Enumerable.Range(0, 81).Select(turn => limits.Take("1", turn.ToString(CultureInfo.InvariantCulture))?.Code).ToList();
        var another = limits.Take("2", "otieno");
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([.. Enumerable.Repeat<int?>(null, 80), 130429], second);
        Assert.Null(another);
        Assert.Null(limits.Take("1", "otieno"));
    }
}
