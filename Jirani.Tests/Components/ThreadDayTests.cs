using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ThreadDayTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly ShopTime _time = new(_noon.AddHours(1), TimeZoneInfo.FindSystemTimeZoneById("Africa/Nairobi"));

    [Fact]
    public void Messages_of_one_sender_within_three_minutes_share_one_time()
    {
        var items = Items(In(1, 0), In(2, 2), In(3, 6), Out(4, 6), Out(5, 7));

        Assert.Equal([false, true, true, false, true], items.Select(item => item.EndsGroup));
    }

    [Fact]
    public void What_came_less_far_than_the_next_shows_how_far() =>
        Assert.True(Items(Out(1, 0) with { Status = MessageStatus.Failed }, Out(2, 1))[0].EndsGroup);

    [Fact]
    public void The_line_above_what_is_new_ends_a_group()
    {
        var items = ThreadDay.Arrange([In(1, 0), In(2, 1)], newFrom: 2, _time)[0].Items;

        Assert.Equal([(true, false), (true, true)], items.Select(item => (item.EndsGroup, item.IsFirstNew)));
    }

    [Fact]
    public void A_day_is_a_day_of_the_shop()
    {
        var days = ThreadDay.Arrange([In(1, -13 * 60), In(2, -11 * 60)], null, _time);

        Assert.Equal(["Yesterday", "Today"], days.Select(day => day.Words));
    }

    private static IReadOnlyList<ThreadItem> Items(params MessageRow[] messages) => Assert.Single(ThreadDay.Arrange(messages, null, _time)).Items;

    private static MessageRow In(long id, int minute) => Row(id, minute, "inbound", null, MessageStatus.Processed);

    private static MessageRow Out(long id, int minute) => Row(id, minute, "outbound_text", "owner", MessageStatus.Read);

    private static MessageRow Row(long id, int minute, string type, string? purpose, MessageStatus status) => new()
    {
        Id = id,
        Type = type,
        Purpose = purpose,
        Payload = """{"type":"text","text":{"body":"Habari"}}""",
        Status = status,
        Error = null,
        UnansweredSince = null,
        CreatedAt = _noon.AddMinutes(minute),
    };
}
