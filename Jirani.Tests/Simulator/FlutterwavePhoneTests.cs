using Bunit;
using Jirani.Web.Simulator.Flutterwave;
using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwavePhoneTests : BunitContext
{
    private static readonly Customer _otieno = new PhoneBook().All[0];

    private readonly List<(PhonePrompt Prompt, PromptDecision Decision)> _decided = [];

    [Fact]
    public void A_prompt_says_who_asks_how_much_for_what()
    {
        var phone = Show(Prompt(_otieno.Phone!));

        Assert.Equal("M-PESA", phone.Find(".card > b").TextContent);
        Assert.Equal("Pay KES 430 to Mama Njeri for order #1043?", phone.Find(".card p").TextContent);
        Assert.Equal("14:31", phone.Find(".clock").TextContent);
        Assert.Empty(phone.FindAll("h3"));
    }

    [Theory]
    [InlineData("Approve", PromptDecision.Approve)]
    [InlineData("Cancel", PromptDecision.Cancel)]
    [InlineData("Wrong PIN", PromptDecision.WrongPin)]
    [InlineData("No money", PromptDecision.NoMoney)]
    [InlineData("Let it run out", PromptDecision.RunOut)]
    [InlineData("Switch off", PromptDecision.SwitchOff)]
    public void A_button_decides(string words, PromptDecision decision)
    {
        var prompt = Prompt(_otieno.Phone!);

        Show(prompt).FindAll("button").Single(button => button.TextContent.Trim() == words).Click();

        Assert.Equal([(prompt, decision)], _decided);
    }

    [Fact]
    public void A_prompt_of_somebody_else_says_on_which_phone_it_is() =>
        Assert.Equal("Another phone · +254 711 000 222", Show(Prompt("254711000222")).Find("h3").TextContent);

    [Fact]
    public void Without_a_prompt_the_phone_says_how_to_get_one() => Assert.Contains("Check out", Show().Find(".empty").TextContent, StringComparison.Ordinal);

    private static PhonePrompt Prompt(string phone) => new("chg_1", phone, "M-PESA", "KES 430", " to Mama Njeri for order #1043");

    private IRenderedComponent<MoneyPhone> Show(params PhonePrompt[] prompts) => Render<MoneyPhone>(phone => phone
        .Add(view => view.Customer, _otieno)
        .Add(view => view.Prompts, prompts)
        .Add(view => view.Now, new DateTimeOffset(2026, 11, 24, 14, 31, 0, TimeSpan.Zero))
        .Add(view => view.OnDecide, _decided.Add));
}
