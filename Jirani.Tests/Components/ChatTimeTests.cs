using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ChatTimeTests
{
    private static readonly TimeZoneInfo _nairobi = TimeZoneInfo.FindSystemTimeZoneById("Africa/Nairobi");

    /// <summary>Thursday, half past two in the afternoon in Nairobi.</summary>
    private static readonly DateTimeOffset _now = new(2026, 11, 12, 11, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5, "now")]
    [InlineData(5, "5m")]
    [InlineData(59, "59m")]
    [InlineData(60, "13:30")]
    [InlineData(24 * 60, "Yesterday")]
    [InlineData(3 * 24 * 60, "Mon")]
    [InlineData(9 * 24 * 60, "3 Nov")]
    [InlineData(366 * 24 * 60, "11/11/25")]
    public void A_line_of_the_list_says_its_time_shortly(double minutesAgo, string words)
    {
        Assert.Equal(words, ChatTime.Short(_now.AddMinutes(-minutesAgo), _now, _nairobi));
    }

    [Fact]
    public void A_clock_ahead_of_ours_is_now_and_not_a_negative_time()
    {
        Assert.Equal("now", ChatTime.Short(_now.AddMinutes(3), _now, _nairobi));
    }

    [Fact]
    public void Yesterday_begins_at_the_shops_midnight()
    {
        var lateInNairobi = new DateTimeOffset(2026, 11, 11, 20, 59, 0, TimeSpan.Zero);
        var earlyInNairobi = new DateTimeOffset(2026, 11, 11, 21, 1, 0, TimeSpan.Zero);

        Assert.Equal("Yesterday", ChatTime.Day(lateInNairobi, _now, _nairobi));
        Assert.Equal("Today", ChatTime.Day(earlyInNairobi, _now, _nairobi));
    }

    [Fact]
    public void The_full_time_names_the_zone()
    {
        Assert.Equal("Thursday 12 November 2026, 14:30:00 (Africa/Nairobi)", ChatTime.Full(_now, _nairobi));
    }
}
