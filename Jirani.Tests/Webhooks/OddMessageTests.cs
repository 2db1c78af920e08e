using System.Text;
using System.Text.Json.Nodes;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>Messages that are JSON and are like none in the documentation.</summary>
public sealed class OddMessageTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("timestamp", "1e400")]
    [InlineData("timestamp", "-0")]
    [InlineData("timestamp", "1e-400")]
    [InlineData("timestamp", "9223372036854775808")]
    [InlineData("timestamp", "\"tomorrow\"")]
    [InlineData("timestamp", "null")]
    [InlineData("timestamp", "[]")]
    [InlineData("extra", "1e200000")]
    [InlineData("extra", "{\"a\":[1,2,{\"b\":null}]}")]
    [InlineData("context", "[]")]
    [InlineData("text", "\"CART\"")]
    [InlineData("text", "{\"body\":7}")]
    [InlineData("text", "{\"body\":{}}")]
    [InlineData("text", "null")]
    [InlineData("type", "\"hologram\"")]
    [InlineData("type", "7")]
    [InlineData("type", "null")]
    [InlineData("type", "{}")]
    public async Task It_becomes_a_row_whatever_one_property_holds(string property, string value)
    {
        var phone = NewPhone();

        await AcceptedAsync(With(phone, property, value));
        await SettledAsync();

        Assert.Equal("processed", await ValueAsync<string>("select status from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone));
    }

    [Theory]
    [InlineData("from", "null", "no_sender")]
    [InlineData("from", "\"\"", "no_sender")]
    [InlineData("from", "\"somebody\"", "no_sender")]
    [InlineData("from", "\"2547120001112547120001112547120001112547\"", "no_sender")]
    [InlineData("from", "{}", "no_sender")]
    [InlineData("id", "null", "no_id")]
    [InlineData("id", "\" \"", "no_id")]
    [InlineData("id", "[1]", "no_id")]
    public async Task Without_a_sender_or_an_id_it_is_kept_for_a_person(string property, string value, string reason)
    {
        var before = await QuarantinedAsync(reason);

        await AcceptedAsync(With(NewPhone(), property, value));

        Assert.Equal(before + 1, await QuarantinedAsync(reason));
    }

    [Fact]
    public async Task Numbers_too_long_to_write_out_and_a_thousand_unknown_properties_are_stored()
    {
        var phone = NewPhone();
        var message = With(phone, "first", new string('9', 4000));
        var unknown = string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"p{number}\":{number}"));
        var body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace("\"type\"", $"{unknown},\"type\"", StringComparison.Ordinal));

        await AcceptedAsync(body);

        Assert.Equal("999", await ValueAsync<string>("select message_payload ->> 'p999' from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone));
    }

    [Fact]
    public async Task A_message_nested_too_deep_is_kept_for_a_person_and_its_sibling_is_answered()
    {
        var (before, phone) = (await QuarantinedAsync("too_deep"), NewPhone());
        var body = Encoding.UTF8.GetString(Envelope.Messages(Store, Envelope.Other(phone, "sticker", "PLACEHOLDER"), Envelope.Text(phone, "CART")));
        body = body.Replace("\"PLACEHOLDER\"", new string('[', 62) + new string(']', 62), StringComparison.Ordinal);

        await AcceptedAsync(Encoding.UTF8.GetBytes(body));
        await SettledAsync();

        Assert.Equal(before + 1, await QuarantinedAsync("too_deep"));
        Assert.Single(await RepliesAsync(phone));
    }

    [Fact]
    public async Task Of_a_property_written_twice_the_same_one_counts_everywhere()
    {
        var (first, last) = (NewPhone(), NewPhone());
        var body = Encoding.UTF8.GetString(SignedMessage.Text(Store.PhoneNumberId, last, "CART"));
        body = body.Replace("\"from\":", $"\"from\":\"{first}\",\"from\":", StringComparison.Ordinal);

        await AcceptedAsync(Encoding.UTF8.GetBytes(body));
        await SettledAsync();

        Assert.Equal([last], await ListAsync<string>("select customer_phone from messaging_log where customer_phone = any($1) and message_type = 'inbound'", (object)new[] { first, last }));
        Assert.Equal(last, await ValueAsync<string>("select message_payload ->> 'from' from messaging_log where customer_phone = $1 and message_type = 'inbound'", last));
    }

    [Theory]
    [InlineData("+{0}")]
    [InlineData(" {0} ")]
    public async Task A_number_in_another_dress_is_the_same_customer(string dress)
    {
        var phone = NewPhone();
        await AcceptedAsync(SignedMessage.Text(Store.PhoneNumberId, phone, "CART"));

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Text(string.Format(System.Globalization.CultureInfo.InvariantCulture, dress, phone), "CART")));
        await SettledAsync();

        Assert.Equal(2, (await RepliesAsync(phone)).Count);
    }

    [Fact]
    public async Task Names_come_from_the_contact_with_the_senders_id_in_whatever_order()
    {
        var (otieno, achieng) = (NewPhone(), NewPhone());

        await AcceptedAsync(Envelope.Messages(
            Store, [Envelope.Contact(achieng, null, "Achieng"), Envelope.Contact(otieno, null)], Envelope.Text(otieno, "CART"), Envelope.Text(achieng, "CART")));

        Assert.Equal(["Achieng", "Otieno"], await ListAsync<string>("select name from customers where phone = any($1) order by name", (object)new[] { otieno, achieng }));
    }

    /// <summary>A text message in which one property holds any JSON at all.</summary>
    private static byte[] With(string phone, string property, string value)
    {
        var message = new JsonObject
        {
            ["from"] = phone,
            ["id"] = SignedMessage.NewId(),
            ["timestamp"] = Envelope.Seconds(null),
            ["text"] = new JsonObject { ["body"] = "CART" },
            ["type"] = "text",
            [property] = "PLACEHOLDER",
        };
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Envelope.Messages(Store, message)).Replace("\"PLACEHOLDER\"", value, StringComparison.Ordinal));
    }
}
