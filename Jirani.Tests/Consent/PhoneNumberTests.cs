using Jirani.Domain;

namespace Jirani.Tests.Consent;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("254733905117", "254733905117")]
    [InlineData("+254733905117", "254733905117")]
    [InlineData("123456", "123456")]
    [InlineData("123456789012345", "123456789012345")]
    public void Six_to_fifteen_digits_are_a_number(string text, string digits)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(digits, number.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("12345")]
    [InlineData("1234567890123456")]
    [InlineData("++254733905117")]
    [InlineData("254 733 905 117")]
    [InlineData("254733905117\n")]
    [InlineData("٢٥٤٧٣٣٩٠٥١١٧")]
    [InlineData("US.1349")]
    public void Nothing_else_is(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _));
    }

    [Theory]
    [InlineData("254733905117", "+254…17")]
    [InlineData("16505551234", "+1…34")]
    [InlineData("4915112345678", "+49…78")]
    public void It_prints_masked(string digits, string masked)
    {
        Assert.True(PhoneNumber.TryParse(digits, out var number));
        Assert.Equal(masked, number.ToString());
        Assert.Equal("", default(PhoneNumber).ToString());
    }
}
