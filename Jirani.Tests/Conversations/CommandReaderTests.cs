using System.Globalization;
using CsCheck;
using Jirani.Domain.Conversations;

namespace Jirani.Tests.Conversations;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("ADD SUGAR-1KG 2")]
    [InlineData("add SUGAR-1KG 2")]
    [InlineData("  Add \t SUGAR-1KG \r\n 2  ")]
    [InlineData("*ADD SUGAR-1KG 2*")]
    [InlineData("\"add SUGAR-1KG 2.\"")]
    [InlineData("ADD: SUGAR-1KG, 2!")]
    [InlineData("- add (SUGAR-1KG) 2 !")]
    [InlineData("\u200bADD\u200d SUGAR\u00ad-1KG 2\ufeff")]
    [InlineData("\u202eADD\u202c SUGAR-1KG 2")]
    [InlineData("ADD\u00a0SUGAR-1KG\u30002")]
    [InlineData("ADD SUGAR-1KG ٢")]
    [InlineData("ADD SUGAR-1KG ２")]
    [InlineData("ADD SUGAR-1KG २")]
    [InlineData("ADD SUGAR-1KG 𞥒")]
    [InlineData("ADD SUGAR-1KG 𝟐")]
    [InlineData("ADD SUGAR-١KG 2")]
    [InlineData("ＡＤＤ SUGAR-1KG 2")]
    [InlineData("ADD SUGAR-1KG 002")]
    public void Case_spacing_marks_and_the_script_of_digits_do_not_matter(string text)
    {
        Assert.Equal(new CustomerCommand.Add("SUGAR-1KG", 2), CommandReader.Read(text));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+3")]
    [InlineData("3x")]
    [InlineData("x3")]
    [InlineData("two")]
    [InlineData("1,5")]
    [InlineData(".5")]
    [InlineData("1e2")]
    [InlineData("1000")]
    [InlineData("999.001")]
    [InlineData("1e9")]
    [InlineData("1000000000")]
    [InlineData("2147483648")]
    [InlineData("9223372036854775808")]
    [InlineData("0.0001")]
    [InlineData("½")]
    [InlineData("٠")]
    [InlineData("∞")]
    [InlineData("NaN")]
    [InlineData("2%")]
    [InlineData("2/3")]
    [InlineData("0x2")]
    public void A_quantity_that_is_no_number_up_to_999_is_not_half_read(string quantity)
    {
        Assert.Equal(
            new CustomerCommand.Incomplete("ADD", CommandFault.BadQuantity, "SUGAR-1KG"),
            CommandReader.Read($"ADD SUGAR-1KG {quantity}"));
    }

    [Fact]
    public void A_part_is_read_as_it_is_written()
    {
        Assert.Equal(new CustomerCommand.Add("RICE", 2.5m), CommandReader.Read("ADD RICE 2.5"));
        Assert.Equal(new CustomerCommand.Remove("RICE", 999), CommandReader.Read("REMOVE RICE 999"));
    }

    [Theory]
    [InlineData("CART", typeof(CustomerCommand.ShowCart))]
    [InlineData("checkout", typeof(CustomerCommand.Checkout))]
    [InlineData("Status?", typeof(CustomerCommand.Status))]
    [InlineData("STOP", typeof(CustomerCommand.Stop))]
    [InlineData("stop.", typeof(CustomerCommand.Stop))]
    [InlineData("STOP\u200b", typeof(CustomerCommand.Stop))]
    [InlineData("«STOP»", typeof(CustomerCommand.Stop))]
    [InlineData("STOP !!!", typeof(CustomerCommand.Stop))]
    [InlineData("🛑 stop 🙏🏾", typeof(CustomerCommand.Stop))]
    [InlineData("START", typeof(CustomerCommand.Start))]
    [InlineData("¿help?", typeof(CustomerCommand.Help))]
    public void One_word_is_enough(string text, Type command)
    {
        Assert.IsType(command, CommandReader.Read(text));
    }

    [Theory]
    [InlineData("stop sending red ones")]
    [InlineData("please stop")]
    [InlineData("STOPP")]
    [InlineData("S T O P")]
    [InlineData("nonstop")]
    [InlineData("cart please")]
    [InlineData("Do you deliver to Ruaka today?")]
    [InlineData("addition")]
    [InlineData("🙏")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_word_more_is_no_command(string? text)
    {
        Assert.IsType<CustomerCommand.Unrecognised>(CommandReader.Read(text));
    }

    [Theory]
    [InlineData("ADD", "ADD", CommandFault.NothingNamed)]
    [InlineData("remove", "REMOVE", CommandFault.NothingNamed)]
    [InlineData("TRACK", "TRACK", CommandFault.NothingNamed)]
    [InlineData("track #", "TRACK", CommandFault.NothingNamed)]
    [InlineData("ADD X 1 2", "ADD", CommandFault.TooMuch)]
    [InlineData("TRACK order 1043", "TRACK", CommandFault.TooMuch)]
    public void What_is_missing_or_too_much_is_told_apart(string text, string word, CommandFault fault)
    {
        Assert.Equal(new CustomerCommand.Incomplete(word, fault, null), CommandReader.Read(text));
    }

    [Theory]
    [InlineData("TRACK #1043", "1043")]
    [InlineData("track a-17.", "A-17")]
    [InlineData("track ١٠٤٣", "1043")]
    [InlineData("track 0D8F7B6A-9C1E-4B7E-8a57-4d6f3c2b1a00", "0D8F7B6A-9C1E-4B7E-8A57-4D6F3C2B1A00")]
    public void An_order_is_named_by_number_or_id(string text, string reference)
    {
        Assert.Equal(new CustomerCommand.Track(reference), CommandReader.Read(text));
    }

    [Theory]
    [InlineData("'; DROP")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("<script>")]
    [InlineData("🍌")]
    [InlineData("سكر")]
    public void A_code_of_any_characters_is_a_code(string sku)
    {
        var command = CommandReader.Read($"ADD {sku}");

        Assert.True(command is CustomerCommand.Add or CustomerCommand.Incomplete, command.ToString());
    }

    [Fact]
    public void Turkish_letters_break_no_command()
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");

            Assert.Equal(new CustomerCommand.Add("milk-500ml", 1.5m), CommandReader.Read("add milk-500ml 1.5"));
            Assert.IsType<CustomerCommand.Incomplete>(CommandReader.Read("add milk-500ml 1,5"));
            Assert.Equal(new CustomerCommand.Track("II-1"), CommandReader.Read("track ii-1"));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var words = Gen.OneOf("ADD", "REMOVE", "TRACK", "STOP", " ", "\n", "2", "\ud800", "\udc00", "\0", "\ufffe", "\uffff", "\u200b", "e\u0301");
        var texts = Gen.Select(words.Array[0, 8], Gen.String).Select((known, any) => string.Concat(known) + any);

        texts.Sample(text => CommandReader.Read(text) is not null);
    }
}
