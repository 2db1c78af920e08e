using System.Reflection;
using Bunit;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ConversationListTests : ScreenTest
{
    [Fact]
    public void While_nothing_is_read_yet_a_skeleton_stands_in_its_place()
    {
        var list = Draw(null);

        Assert.NotEmpty(list.FindAll(".mud-skeleton"));
    }

    [Fact]
    public void An_empty_inbox_says_how_messages_come()
    {
        Assert.Contains("appears here at once", Draw([]).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_tells_who_what_when_and_how_many()
    {
        var line = Draw([Row(unread: 2)]).Find("a.line");

        Assert.Contains("Otieno Ouma", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("ADD SUGAR-1KG", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("5m", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 unread", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_customer_is_called_or_wrote_is_text_and_never_markup()
    {
        const string hostile = "\"><img src=x onerror=alert(1)>";

        var list = Draw([Row(hostile, hostile)]);

        Assert.Empty(list.FindAll("img"));
        Assert.All(list.FindAll("bdi"), element => Assert.Equal(hostile, element.TextContent));
    }

    [Fact]
    public void Who_waits_stands_above_everyone_else_with_their_number()
    {
        var list = Draw([Row()], [Row("Achieng"), Row("Kamau")]);

        Assert.Equal(["Waiting for you 2", "Everyone else"], list.FindAll("h2").Select(title => title.TextContent.Trim()));
        Assert.Contains("Achieng", list.FindAll("a.line")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_tells_what_is_owed_and_what_lies_in_the_cart()
    {
        var line = Draw([Row(unpaid: 12_500, cart: 1_240)]).Find("a.line");

        Assert.Contains("Unpaid 12,500", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cart 1,240", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_finds_nothing_says_which_and_leads_back_to_all()
    {
        var list = Draw([], view: InboxView.Parse("unpaid", "<b>Zuri</b>"));

        Assert.Contains("Nobody found for “<b>Zuri</b>” among “Unpaid”", list.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("dashboard/whatsapp", list.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void A_line_keeps_the_filter_in_its_address()
    {
        var line = Draw([Row()], view: InboxView.Parse("unread", "0712 & co")).Find("a.line");

        Assert.EndsWith("?show=unread&q=0712%20%26%20co", line.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unread")]
    [InlineData("unpaid")]
    [InlineData("cart")]
    [InlineData("closing")]
    [InlineData("stopped")]
    public void Each_filter_comes_back_from_its_address(string word)
    {
        var view = InboxView.Parse(word, null);

        Assert.Contains(view, InboxView.Chips);
        Assert.Equal($"dashboard/whatsapp?show={word}", view.Address(null));
        Assert.Equal(InboxView.Everything, InboxView.Parse(word + "x", null));
    }

    /// <summary>From the 33rd on a line keeps twice the memory, in every inbox that is open.</summary>
    [Theory]
    [InlineData(0, 0, "processed")]
    [InlineData(3, 0, "processed")]
    [InlineData(0, 0, "read")]
    [InlineData(0, 1500, "processed")]
    public void An_ordinary_line_is_drawn_in_32_frames(int unread, int unpaid, string status)
    {
        var row = Row(unread: unread, unpaid: unpaid) with { LastStatus = status, IsFromCustomer = status == "processed" };
        var line = Render<ConversationLine>(parameters => parameters.Add(
            drawn => drawn.Line, new InboxLine(row, InboxView.Everything, IsOpen: false, IsGrouped: false, new ShopTime(Noon, TimeZoneInfo.Utc))));

        Assert.InRange(Frames(line), 1, 32);
    }

    /// <summary>Nothing public counts them.</summary>
    private int Frames(IRenderedComponent<ConversationLine> line)
    {
        var frames = Renderer.GetType().GetMethod("GetCurrentRenderTreeFrames", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.FlattenHierarchy)!.Invoke(Renderer, [line.ComponentId])!;
        return (int)frames.GetType().GetField("Count")!.GetValue(frames)!;
    }

    private IRenderedComponent<ConversationList> Draw(
        IReadOnlyList<ConversationRow>? rows, IReadOnlyList<ConversationRow>? waiting = null, InboxView? view = null) => Render<ConversationList>(parameters => parameters
        .Add(list => list.Total, rows?.Count)
        .Add(list => list.Find, (start, count) => Task.FromResult<IReadOnlyList<ConversationRow>>([.. (rows ?? []).Skip(start).Take(count)]))
        .Add(list => list.Version, 1)
        .Add(list => list.View, view ?? InboxView.Everything)
        .Add(list => list.Waiting, waiting ?? [])
        .Add(list => list.Time, new ShopTime(Noon, TimeZoneInfo.Utc)));
}
