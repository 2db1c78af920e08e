using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;

namespace Jirani.Web.Components.Inbox;

/// <summary>The messages of one day of the shop.</summary>
internal sealed record ThreadDay(string Words, IReadOnlyList<ThreadItem> Items)
{
    private static readonly TimeSpan _together = TimeSpan.FromMinutes(3);

    /// <param name="messages">In their order.</param>
    /// <param name="newFrom">The first that was unread when the conversation was opened; null where none was.</param>
    /// <param name="time">Of the shop.</param>
    public static IReadOnlyList<ThreadDay> Arrange(IReadOnlyList<MessageRow> messages, long? newFrom, ShopTime time) =>
    [
        .. messages.Select((message, place) => Item(message, place + 1 < messages.Count ? messages[place + 1] : null, newFrom, time))
            .GroupBy(item => DayOf(item.Message, time))
            .Select(day => new ThreadDay(day.Key, [.. day])),
    ];

    private static ThreadItem Item(MessageRow message, MessageRow? next, long? newFrom, ShopTime time) => new(
        message,
        EndsGroup: next is null || !IsTogether(message, next) || next.Id == newFrom || DayOf(message, time) != DayOf(next, time),
        IsFirstNew: message.Id == newFrom);

    private static bool IsTogether(MessageRow message, MessageRow next) =>
        (message.IsInbound, message.IsAutomatic, message.Status) == (next.IsInbound, next.IsAutomatic, next.Status)
        && next.WrittenAt - message.WrittenAt <= _together;

    private static string DayOf(MessageRow message, ShopTime time) => ChatTime.Day(message.WrittenAt, time.Now, time.Zone);
}
