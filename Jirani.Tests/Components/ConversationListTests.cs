using Bunit;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;

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

    private IRenderedComponent<ConversationList> Draw(IReadOnlyList<ConversationRow>? rows) => Render<ConversationList>(parameters => parameters
        .Add(list => list.Rows, rows)
        .Add(list => list.Now, Noon)
        .Add(list => list.Zone, TimeZoneInfo.Utc));
}
