using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;

namespace Jirani.Tests.Components;

public sealed class ConversationWindowTests
{
    [Fact]
    public void A_list_that_goes_on_seems_a_page_longer_than_what_was_seen_and_ends_where_it_ends()
    {
        var window = new ConversationWindow();
        window.Take(0, 31, Rows(31));
        Assert.Equal(60, window.Total);

        window.Take(30, 31, Rows(12));
        Assert.Equal(42, window.Total);
    }

    [Fact]
    public void Scrolling_back_up_makes_a_list_no_shorter()
    {
        var window = new ConversationWindow();
        window.Take(60, 31, Rows(31));
        window.Take(0, 31, Rows(31));

        Assert.Equal(120, window.Total);
    }

    [Fact]
    public void What_is_in_sight_is_known_and_what_is_not_has_to_be_read()
    {
        var window = new ConversationWindow();
        window.Take(30, 31, Rows(31));

        Assert.Equal(10, window.Find(40, 10)?.Count);
        Assert.Null(window.Find(0, 10));
        Assert.Null(window.Find(55, 10));
        Assert.Equal((30, 31), window.Wanted);
    }

    [Fact]
    public void An_empty_list_is_known_to_be_empty()
    {
        var window = new ConversationWindow();
        Assert.Null(window.Rows);

        window.Take(0, 31, []);

        Assert.Equal((0, 0), (window.Total, window.Find(0, 30)?.Count));
    }

    private static List<ConversationRow> Rows(int count) => [.. Enumerable.Range(0, count).Select(number => new ConversationRow
    {
        Id = Support.Given.Id($"{number}"),
        Customer = new CustomerName("Otieno", null, null),
        Preview = null,
        IsFromCustomer = true,
        LastMessageAt = DateTimeOffset.UnixEpoch,
        Unread = 0,
        NeedsPerson = false,
        UnpaidTotal = 0,
        CartTotal = 0,
        WindowUntil = null,
        LastStatus = null,
    })];
}
