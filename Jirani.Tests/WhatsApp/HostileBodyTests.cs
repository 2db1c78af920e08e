using System.Text;
using CsCheck;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class HostileBodyTests
{
    private const string Envelope = """{"object":"whatsapp_business_account","entry":""";

    [Theory]
    [InlineData("", "empty_body")]
    [InlineData(" ", "malformed_json")]
    [InlineData("null", "not_an_object")]
    [InlineData("[]", "not_an_object")]
    [InlineData("\"x\"", "not_an_object")]
    [InlineData("12", "not_an_object")]
    [InlineData("{}", "unhandled_object")]
    [InlineData("{\"object\":[]}", "unhandled_object")]
    [InlineData("{\"object\":\"instagram\",\"entry\":[]}", "unhandled_object")]
    [InlineData("{\"object\":\"whatsapp_business_account\"}", "no_entries")]
    [InlineData(Envelope + "null}", "no_entries")]
    [InlineData(Envelope + "{}}", "no_entries")]
    [InlineData(Envelope + "[]}", "no_entries")]
    [InlineData(Envelope + "[7]}", "malformed_entry")]
    [InlineData(Envelope + "[{}]}", "no_changes")]
    [InlineData(Envelope + "[{\"changes\":{}}]}", "no_changes")]
    [InlineData(Envelope + "[{\"changes\":[null]}]}", "malformed_change")]
    [InlineData(Envelope + "[{\"changes\":[{}]}]}", "no_field")]
    [InlineData(Envelope + "[{\"changes\":[{\"field\":\"messages\"}]}]}", "no_value")]
    [InlineData(Envelope + "[{\"changes\":[{\"field\":\"messages\",\"value\":[]}]}]}", "no_value")]
    [InlineData(Envelope + "[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":[]}}]}]}", "no_phone_number_id")]
    [InlineData(Envelope + "[{\"changes\":[{\"field\":\"security\",\"value\":7}]}]}", "unhandled_field:security")]
    [InlineData("{\"object\":NaN}", "malformed_json")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\"", "malformed_json")]
    public void A_body_without_items_becomes_one_thing_for_a_person(string body, string reason) =>
        Assert.Equal(reason, Reason(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("\"contacts\":7,\"statuses\":null", "no_items")]
    [InlineData("\"messages\":{}", "malformed_list")]
    [InlineData("\"statuses\":[{}]", "no_status")]
    [InlineData("\"statuses\":[{\"status\":\"read\"}]", "no_id")]
    [InlineData("\"message_echoes\":[{\"id\":\"a\"}]", "no_recipient")]
    [InlineData("\"contacts\":[7,null,{\"wa_id\":[]}],\"messages\":[{\"id\":\"a\"}]", "no_sender")]
    public void A_value_that_holds_nothing_readable_is_set_aside(string lists, string reason) =>
        Assert.Equal(reason, Reason(Sample.Value(lists)));

    [Fact]
    public void A_byte_order_mark_changes_nothing()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Sample.Bytes("msg_text.json")];

        Assert.IsType<WebhookItem.Message>(Assert.Single(WebhookReader.Read(marked)));
    }

    [Fact]
    public void A_body_in_another_encoding_is_kept_as_it_came()
    {
        var text = Encoding.UTF8.GetString(Sample.Bytes("msg_text.json"));

        Assert.Equal("not_utf8", Reason(Encoding.Unicode.GetBytes(text)));
        Assert.Equal("not_utf8", Reason([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal("not_utf8", Reason([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void A_body_nested_beyond_reason_is_set_aside_whole(int depth) =>
        Assert.Equal("too_deep", Reason(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))));

    [Fact]
    public void More_faults_than_a_person_reads_become_one()
    {
        var faults = string.Concat(Enumerable.Repeat("7,", 5_000));

        var items = WebhookReader.Read(Sample.Value($$"""  "messages":[{{faults}}{"from":"254700000001","id":"a"}]  """));

        Assert.Equal(["a"], items.OfType<WebhookItem.Message>().Select(message => message.WhatsAppMessageId));
        Assert.Equal("too_many_faults", Assert.Single(items.OfType<WebhookItem.Unusable>()).Reason);
    }

    [Fact]
    public void A_message_nested_too_deep_holds_up_no_sibling()
    {
        var nested = new string('[', 65) + new string(']', 65);

        var items = WebhookReader.Read(Sample.Value($$"""
            "messages":[{"from":"254700000001","id":"a","x":{{nested}}},{"from":"254700000001","id":"b","type":"text"}]
            """));

        Assert.Equal("too_deep", Assert.IsType<WebhookItem.Unusable>(items[0]).Reason);
        Assert.IsType<WebhookItem.Message>(items[1]);
    }

    [Fact]
    public void A_thousand_unknown_members_and_a_text_of_a_million_are_kept()
    {
        var unknown = string.Concat(Enumerable.Range(1, 1_000).Select(number => $"\"x{number}\":[{number}],"));
        var body = new string('x', 1_000_000);

        var message = Sample.Read($$$"""{ {{{unknown}}} "from":"254700000001","id":"a","type":"text","text":{"body":"{{{body}}}"}}""");

        Assert.Equal(1_000_000, MessageText.Of(message.Payload)!.Length);
    }

    [Fact]
    public void A_name_that_no_reader_of_JSON_decodes_hides_nothing_beside_it()
    {
        var message = Sample.Read("""{"\ud800":1,"\u0066rom":"254700000001","id":"a","type":"text","text":{"\udfff":1,"body":"CART"}}""");

        Assert.Equal("CART", MessageText.Of(message.Payload));
    }

    [Fact]
    public void No_damage_to_a_body_makes_the_reader_throw()
    {
        var samples = Directory.GetFiles(Sample.Folder, "*.json").Select(File.ReadAllBytes).ToArray();
        var damage = Gen.Select(Gen.Int[0, 9_999], Gen.Byte).Array[1, 8];

        Gen.Select(Gen.Int[0, samples.Length - 1].Select(at => samples[at]), damage).Sample((sample, blows) =>
        {
            var body = (byte[])sample.Clone();
            foreach (var (place, value) in blows)
            {
                body[place % body.Length] = value;
            }

            var items = WebhookReader.Read(body);
            Assert.DoesNotContain(items.OfType<WebhookItem.Unusable>(), unusable => unusable.Reason == "unreadable");
            Assert.All(items.OfType<WebhookItem.Message>(), message => MessageText.Preview(message.Payload));
        }, iter: 5_000);
    }

    private static string Reason(byte[] body) =>
        Assert.IsType<WebhookItem.Unusable>(Assert.Single(WebhookReader.Read(body))).Reason;
}
