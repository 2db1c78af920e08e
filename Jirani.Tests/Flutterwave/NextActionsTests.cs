using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class NextActionsTests
{
    [Theory]
    [InlineData("payment_instruction", "payment_instruction")]
    [InlineData("payment_Instructions", "payment_instructions")]
    [InlineData("PAYMENT_INSTRUCTION", "payment_instruction")]
    public void A_prompt_brings_the_providers_words(string type, string member) =>
        Assert.Equal(new NextAction.Prompt("Look at your phone"), Read($$$"""{"type":"{{{type}}}","{{{member}}}":{"note":"Look at your phone"}}"""));

    [Theory]
    [InlineData("""{"type":"payment_instruction"}""")]
    [InlineData("""{"type":"payment_instruction","payment_instruction":[]}""")]
    [InlineData("""{"type":"payment_instruction","payment_instruction":{"note":{}}}""")]
    public void A_prompt_without_words_is_still_a_prompt(string action) => Assert.Equal(new NextAction.Prompt(null), Read(action));

    [Fact]
    public void A_page_brings_its_address() =>
        Assert.Equal(new NextAction.Redirect(new Uri("https://pay.example/x?a=1")), Read("""{"type":"redirect_url","redirect_url":{"url":"https://pay.example/x?a=1"}}"""));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://pay.example/")]
    [InlineData("")]
    public void A_link_that_is_none_is_never_shown(string url) =>
        Assert.Equal(new NextAction.Other("redirect_url"), Read($$$"""{"type":"redirect_url","redirect_url":{"url":"{{{url}}}"}}"""));

    [Theory]
    [InlineData("requires_pin")]
    [InlineData("requires_otp")]
    [InlineData("requires_additional_fields")]
    [InlineData("requires_capture")]
    [InlineData("requires_requery")]
    [InlineData("requires_bank_transfer")]
    [InlineData("qr_code")]
    [InlineData("something_new")]
    public void What_nobody_here_can_do_is_named(string type) => Assert.Equal(new NextAction.Other(type), Read($$"""{"type":"{{type}}"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"type":[]}""")]
    public void Nothing_to_do_is_nothing(string action) => Assert.Equal(new NextAction.Other(null), Read(action));

    [Fact]
    public void A_note_without_end_is_cut_and_never_within_a_character()
    {
        var prompt = Assert.IsType<NextAction.Prompt>(
            Read($$$"""{"type":"payment_instruction","payment_instruction":{"note":"{{{new string('a', 499)}}}😀😀"}}"""));

        Assert.True(prompt.Note!.Length <= 500);
        Assert.DoesNotContain(prompt.Note, char.IsSurrogate);
    }

    private static NextAction Read(string json) => NextActions.Read(Samples.Root(json));
}
