using Bunit;
using Jirani.Web.Components.Settings;

namespace Jirani.Tests.Components;

public sealed class ChannelFormTests : ScreenTest
{
    [Theory]
    [InlineData("100000000000003", "+254 711 000 333", "a-long-token", "", null)]
    [InlineData("10000x", "+254711000333", "a-long-token", "", "PhoneNumberId")]
    [InlineData("", "+254711000333", "a-long-token", "", "PhoneNumberId")]
    [InlineData("100000000000003", "12", "a-long-token", "", "Number")]
    [InlineData("100000000000003", "+254711000333", "  ", "", "AccessToken")]
    [InlineData("100000000000003", "+254711000333", "a-long-token", "short", "AppSecret")]
    public void Each_field_has_its_own_sentence(string id, string number, string token, string secret, string? wrong)
    {
        var form = new ChannelForm { PhoneNumberId = id, Number = number, AccessToken = token, AppSecret = secret };

        var faults = new ChannelFormValidator(hasToken: false).Validate(form).Errors;

        Assert.Equal(wrong is null ? [] : [wrong], faults.Select(fault => fault.PropertyName));
    }

    [Fact]
    public void A_token_that_is_stored_may_stay() =>
        Assert.True(new ChannelFormValidator(hasToken: true).Validate(new ChannelForm { PhoneNumberId = "1", Number = "+254711000333" }).IsValid);

    [Fact]
    public void A_sentence_stands_at_its_field_and_what_was_typed_stays()
    {
        var form = new ChannelForm { PhoneNumberId = "10000x", AccessToken = "typed" };

        var fields = Render<ChannelFields>(parameters => parameters
            .Add(view => view.Form, form)
            .Add(view => view.Faults, new Dictionary<string, string> { [nameof(ChannelForm.PhoneNumberId)] = "Digits only." }));

        Assert.Equal("Digits only.", fields.Find("#phone-number-id-note").TextContent);
        Assert.Equal("true", fields.Find("#phone-number-id").GetAttribute("aria-invalid"));
        Assert.Equal("10000x", fields.Find("#phone-number-id").GetAttribute("value"));
        Assert.Equal("password", fields.Find("#access-token").GetAttribute("type"));
    }
}
