using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ReadingPaceTests
{
    private readonly ReadingPace _pace = new();

    [Fact]
    public void Quick_readings_follow_each_other_after_60_milliseconds() => Assert.Equal(60, Rest(milliseconds: 10, times: 50));

    [Fact]
    public void One_reading_that_was_held_up_delays_the_next_by_little()
    {
        Rest(milliseconds: 10, times: 50);

        Assert.InRange(Rest(milliseconds: 100, times: 1), 60, 90);
    }

    [Fact]
    public void On_a_full_machine_a_screen_rests_four_times_as_long_as_it_reads() => Assert.InRange(Rest(milliseconds: 100, times: 50), 390, 400);

    [Fact]
    public void However_slow_it_is_it_looks_each_second() => Assert.Equal(1000, Rest(milliseconds: 5000, times: 50));

    /// <returns>The rest after the last of so many readings, in milliseconds.</returns>
    private double Rest(int milliseconds, int times)
    {
        var rest = TimeSpan.Zero;
        for (var reading = 0; reading < times; reading++)
        {
            rest = _pace.RestAfter(TimeSpan.FromMilliseconds(milliseconds));
        }

        return rest.TotalMilliseconds;
    }
}
