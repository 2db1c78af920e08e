using Bunit;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Inbox;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ComposerTests : ScreenTest
{
    private readonly List<bool> _pauses = [];
    private readonly BunitJSModuleInterop _script;

    public ComposerTests()
    {
        _script = JSInterop.SetupModule("./Components/Inbox/Composer.razor.js");
        _script.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void While_Jirani_answers_there_is_no_box_and_the_conversation_can_be_taken_over()
    {
        var composer = Draw();

        Assert.Empty(composer.FindAll("textarea"));
        composer.Find("button").Click();
        Assert.Equal([true], _pauses);
    }

    [Fact]
    public void While_the_owner_answers_there_is_a_box_and_the_conversation_can_be_handed_back()
    {
        var composer = Draw(pausedUntil: Noon.AddHours(1));

        Assert.Contains("Auto replies return in 1 h 0 m", composer.Find(".bar").TextContent, StringComparison.Ordinal);
        Assert.Single(_script.Invocations["attach"]);
        composer.Find(".bar button").Click();
        Assert.Equal([false], _pauses);
    }

    [Theory]
    [InlineData(4, true, "24 hours")]
    [InlineData(600, false, "START")]
    public void Where_nothing_can_be_written_the_reason_stands_in_the_place_of_the_box(int minutesLeft, bool isOptedIn, string reason)
    {
        var composer = Draw(minutesLeft, isOptedIn, Noon.AddHours(1));

        Assert.Contains(reason, composer.Find(".bar").TextContent, StringComparison.Ordinal);
        Assert.Empty(composer.FindAll("textarea"));
    }

    [Fact]
    public async Task What_the_server_refuses_comes_back_as_a_sentence()
    {
        var composer = Draw(pausedUntil: Noon.AddHours(1));

        Assert.Equal("No: Karibu", await composer.Instance.SendAsync(Guid.NewGuid(), "Karibu"));
    }

    [Fact]
    public void A_box_that_comes_back_is_attached_again()
    {
        var composer = Draw(pausedUntil: Noon.AddHours(1));

        composer.Render(parameters => parameters.Add(view => view.View, View(600, true, null)));
        composer.Render(parameters => parameters.Add(view => view.View, View(600, true, Noon.AddHours(2))));

        Assert.Equal(2, _script.Invocations["attach"].Count);
    }

    /// <summary>Two attachments would each send what is typed, under an id of its own.</summary>
    [Fact]
    public void A_box_that_is_drawn_again_while_it_is_being_attached_is_attached_once()
    {
        _script.Mode = JSRuntimeMode.Strict;
        _script.SetupVoid("attach", _ => true);
        var composer = Draw(pausedUntil: Noon.AddHours(1));

        composer.Render(parameters => parameters.Add(view => view.View, View(600, true, Noon.AddHours(2))));

        Assert.Single(_script.Invocations["attach"]);
    }

    private IRenderedComponent<Composer> Draw(int minutesLeft = 600, bool isOptedIn = true, DateTimeOffset? pausedUntil = null) => Render<Composer>(parameters => parameters
        .Add(composer => composer.View, View(minutesLeft, isOptedIn, pausedUntil))
        .Add(composer => composer.Time, new ShopTime(Noon, TimeZoneInfo.Utc))
        .Add(composer => composer.Reply, (_, _, text) => Task.FromResult<string?>($"No: {text}"))
        .Add(composer => composer.PauseAsked, _pauses.Add));

    private static ThreadView View(int minutesLeft, bool isOptedIn, DateTimeOffset? pausedUntil) => new()
    {
        Id = Support.Given.Id("conversation"),
        StoreId = Support.Cast.MamaNjeri.Id,
        CustomerId = Support.Given.Id("otieno"),
        NeedsPerson = false,
        Customer = new CustomerName("Otieno Ouma", null, Support.Cast.Otieno),
        Unread = 0,
        WindowUntil = Noon.AddMinutes(minutesLeft),
        PausedUntil = pausedUntil,
        IsOptedIn = isOptedIn,
        Messages = [],
        HasOlder = false,
    };
}
