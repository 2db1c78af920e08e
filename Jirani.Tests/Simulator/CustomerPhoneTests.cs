using Bunit;
using Jirani.Web.Simulator;
using Jirani.Web.Simulator.Graph;
using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class CustomerPhoneTests : BunitContext
{
    private readonly Chat _chat = new(SimulatedStore.Demo[0], new PhoneBook().All[0]);
    private readonly List<string> _written = [];

    [Fact]
    public void A_message_of_the_shop_is_text_with_links_and_no_markup()
    {
        _chat.Add(new Bubble("1", "<b>Karibu</b> https://njeri.shop/pay?order=1", DateTimeOffset.UnixEpoch, [], null));

        var phone = Show();

        Assert.StartsWith("<b>Karibu</b>", phone.Find(".words").TextContent, StringComparison.Ordinal);
        Assert.Equal("https://njeri.shop/pay?order=1", phone.Find(".words a").GetAttribute("href"));
    }

    [Fact]
    public void A_quick_message_is_written_at_one_tap()
    {
        Show().FindAll(".chips button")[1].Click();

        Assert.Equal(["ADD SUGAR-1KG 2"], _written);
    }

    [Fact]
    public void A_photo_is_drawn_with_its_line_below_it()
    {
        _chat.Add(new Bubble("1", "Do you have these?", DateTimeOffset.UnixEpoch, [], Tick.Delivered) { IsPhoto = true });

        var phone = Show();

        Assert.Single(phone.FindAll("svg.photo"));
        Assert.Equal("Do you have these?", phone.Find(".words").TextContent);
    }

    [Fact]
    public async Task What_is_typed_is_written_once_and_the_field_is_empty_again()
    {
        var phone = Show();

        phone.Find(".composer input").Change(" CART ");
        await phone.Find(".composer").SubmitAsync();
        await phone.Find(".composer").SubmitAsync();

        Assert.Equal(["CART"], _written);
        Assert.Equal("", phone.Find(".composer input").GetAttribute("value"));
    }

    [Fact]
    public void The_dots_show_while_the_shop_owes_an_answer()
    {
        _chat.Add(new Bubble("1", "HELP", DateTimeOffset.UnixEpoch, [], Tick.Delivered));
        var before = Show().FindAll(".typing").Count;

        _chat.Add(new Bubble("2", "Karibu", DateTimeOffset.UnixEpoch, [], null));

        Assert.Equal((1, 0), (before, Show().FindAll(".typing").Count));
    }

    [Fact]
    public void A_button_of_the_shop_can_be_tapped()
    {
        var choice = new GraphChoice("CHECKOUT", "Check out", null, null, IsRow: false);
        _chat.Add(new Bubble("1", "Cart", DateTimeOffset.UnixEpoch, [choice], null));
        var tapped = new List<(Bubble Of, GraphChoice Choice)>();

        Render<CustomerPhone>(phone => phone.Add(view => view.Chat, _chat).Add(view => view.OnTap, tapped.Add))
            .Find("button.choice").Click();

        Assert.Equal([(_chat.Bubbles[0], choice)], tapped);
    }

    private IRenderedComponent<CustomerPhone> Show() =>
        Render<CustomerPhone>(phone => phone.Add(view => view.Chat, _chat).Add(view => view.OnWrite, _written.Add));
}
