using System.Text;
using System.Text.Json;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class PayloadTextTests
{
    [Theory]
    [InlineData("""A\u0000DD""", "ADD")]
    [InlineData("""x\ud800y""", "x\ufffdy")]
    [InlineData("""x\udfffy""", "x\ufffdy")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""\ude00\ud83d""", "\ufffd\ufffd")]
    [InlineData("""a\\u0000""", "a\\u0000")]
    [InlineData("""\"\/\b\f\n\r\t""", "\"/\b\f\n\r\t")]
    [InlineData("caf\u00e9 \u202ertl \ufffe", "caf\u00e9 \u202ertl \ufffe")]
    public void Texts_are_kept_without_what_the_database_refuses(string escaped, string expected)
    {
        var message = Sample.Text($"\"{escaped}\"");

        Assert.Equal(expected, MessageText.Of(message.Payload));
    }

    [Fact]
    public void A_clean_message_is_kept_as_it_was_written()
    {
        const string message = """{"from":"254700000001", "id":"a",  "timestamp":1795460000,"text":{"body":"\u00e9 \ud83d\ude00 é"}}""";

        Assert.Equal(message, Sample.Read(message).Payload);
    }

    [Fact]
    public void Invalid_UTF8_is_replaced()
    {
        byte[] body = [.. Sample.Value("\"messages\":[{\"from\":\"254700000001\",\"id\":\"a\",\"type\":\"text\",\"text\":{\"body\":\"x?y\"}}]")];
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;

        var message = Assert.IsType<WebhookItem.Message>(Assert.Single(WebhookReader.Read(body)));

        Assert.Equal("x\ufffdy", MessageText.Of(message.Payload));
    }

    [Theory]
    [InlineData("1e400000", "\"1e400000\"")]
    [InlineData("1e400", "\"1e400\"")]
    [InlineData("1E-400", "\"1E-400\"")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-0", "-0")]
    [InlineData("-1.2864e+2", "-1.2864e+2")]
    public void Numbers_beyond_reason_become_texts(string written, string kept)
    {
        using var payload = JsonDocument.Parse(Sample.Read($$"""{"from":"254700000001","id":"a","x":{{written}}}""").Payload);

        Assert.Equal(kept, payload.RootElement.GetProperty("x").GetRawText());
    }

    [Fact]
    public void A_number_of_ten_thousand_digits_becomes_a_text()
    {
        var digits = new string('7', 10_000);

        using var payload = JsonDocument.Parse(Sample.Read($$"""{"from":"254700000001","id":"a","x":{{digits}}}""").Payload);

        Assert.Equal(digits, payload.RootElement.GetProperty("x").GetString());
    }

    [Fact]
    public void Names_of_members_are_sanitised_and_everything_else_survives_the_rewriting()
    {
        const string message = """{"from":"254700000001","id":"a","k\u0000ey":[true,false,null,{"n":1.5}],"t":"\ud800"}""";

        var payload = Sample.Read(message).Payload;

        Assert.Equal("{\"from\":\"254700000001\",\"id\":\"a\",\"key\":[true,false,null,{\"n\":1.5}],\"t\":\"\ufffd\"}", payload);
        Assert.Equal(payload, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(payload)));
    }
}
