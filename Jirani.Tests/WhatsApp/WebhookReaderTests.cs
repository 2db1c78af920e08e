using System.Text;
using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class WebhookReaderTests
{
    [Fact]
    public void Each_message_of_two_entries_belongs_to_its_own_number()
    {
        var items = Sample.Items("batch_two_entries_two_numbers.json");

        Assert.Equal(["106540352242922", "106540352242999"], items.Select(item => item.PhoneNumberId));
    }

    [Fact]
    public void A_message_carries_what_is_known_of_its_sender_and_its_own_element()
    {
        var message = Sample.Message("msg_text_bsuid_username.json");

        Assert.Equal(new WhatsAppIdentity(null, "US.13490000000000000101", null, "Amara Testwell", "amara.testwell"), message.Sender);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795460000), message.SentAt);
        Assert.Equal("Hi!", MessageText.Of(message.Payload));
    }

    [Fact]
    public void Contacts_are_found_by_id_and_not_by_their_place()
    {
        var body = Sample.Value("""
            "contacts":[{"profile":{"name":"Second"},"wa_id":"254700000002"},{"profile":{"name":"First"},"user_id":"KE.1","wa_id":"254700000001"}],
            "messages":[{"from_user_id":"KE.1","id":"a","type":"text"},{"from":"254700000002","id":"b","type":"text"}]
            """);

        var senders = WebhookReader.Read(body).OfType<WebhookItem.Message>().Select(message => message.Sender).ToList();

        Assert.Equal(["First", "Second"], senders.Select(sender => sender.Name));
        Assert.Equal("254700000001", senders[0].Phone);
    }

    [Theory]
    [InlineData("254700000001", "254700000001", null)]
    [InlineData("+254 700 000-001", "254700000001", null)]
    [InlineData("KE.Ab9", null, "KE.Ab9")]
    public void A_sender_is_told_by_the_form_of_the_id(string from, string? phone, string? userId)
    {
        var body = Sample.Value($$"""  "messages":[{"from":"{{from}}","id":"a","type":"text"}]  """);

        var message = Assert.IsType<WebhookItem.Message>(Assert.Single(WebhookReader.Read(body)));

        Assert.Equal((phone, userId), (message.Sender.Phone, message.Sender.UserId));
    }

    [Theory]
    [InlineData("""{"id":"a","type":"text"}""", "no_sender")]
    [InlineData("""{"from":"mary","id":"a","type":"text"}""", "no_sender")]
    [InlineData("""{"from":"1234567890123456789012345678901234567890","id":"a"}""", "no_sender")]
    [InlineData("""{"from":"٢٥٤٧٠٠٠٠٠٠٠١","id":"a"}""", "no_sender")]
    [InlineData("""{"from":{},"id":"a"}""", "no_sender")]
    [InlineData("""{"from":"254700000001","type":"text"}""", "no_id")]
    [InlineData("""{"from":"254700000001","id":" "}""", "no_id")]
    [InlineData("""{"from":"254700000001","id":null}""", "no_id")]
    [InlineData("7", "malformed_item")]
    [InlineData("null", "malformed_item")]
    [InlineData("[[]]", "malformed_item")]
    public void A_message_that_cannot_be_kept_is_set_aside_with_its_bytes(string message, string reason)
    {
        var unusable = Assert.IsType<WebhookItem.Unusable>(Sample.Item(message));

        Assert.Equal((reason, "106540352242922"), (unusable.Reason, unusable.PhoneNumberId));
        Assert.Equal(message, Encoding.UTF8.GetString(unusable.Body));
    }

    [Fact]
    public void One_bad_message_among_twenty_holds_up_none_of_the_others()
    {
        var messages = Enumerable.Range(1, 20).Select(number =>
            number == 7 ? """{"type":"text"}""" : $$"""{"from":"25470000000{{number % 10}}","id":"wamid.{{number}}","type":"text"}""");

        var items = WebhookReader.Read(Sample.Value($"\"messages\":[{string.Join(',', messages)}]"));

        Assert.Equal(19, items.OfType<WebhookItem.Message>().Count());
        Assert.Equal("no_sender", Assert.Single(items.OfType<WebhookItem.Unusable>()).Reason);
    }

    [Fact]
    public void A_message_of_an_unknown_type_or_without_one_is_kept_silently()
    {
        var message = Sample.Read("""{"from":"254700000001","id":"a","text":{"body":"hi"}}""");

        Assert.Equal(("unknown", MessageKind.Silent), (message.Type, message.Kind));
    }

    [Fact]
    public void A_message_from_our_own_number_is_silent() =>
        Assert.Equal(MessageKind.Silent, Sample.Read("""{"from":"15550783881","id":"a","type":"text"}""").Kind);

    [Fact]
    public void Of_two_members_with_one_name_the_last_counts() =>
        Assert.Equal("254700000002", Sample.Read("""{"from":"254700000001","from":"254700000002","id":"a"}""").Sender.Phone);

    [Theory]
    [InlineData("\"1795460000\"", 1795460000)]
    [InlineData("1795460000", 1795460000)]
    [InlineData("\"1795460000123\"", 1795460000)]
    [InlineData("1.79546e9", 1795460000)]
    [InlineData("\"soon\"", null)]
    [InlineData("-5", null)]
    [InlineData("1e400", null)]
    [InlineData("99999999999999999", null)]
    [InlineData("null", null)]
    public void Times_are_read_in_seconds_or_milliseconds(string written, int? seconds)
    {
        var message = Sample.Read($$"""{"from":"254700000001","id":"a","timestamp":{{written}}}""");

        Assert.Equal(seconds, (int?)message.SentAt?.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("\"42\"", 42L)]
    [InlineData("42", 42L)]
    [InlineData("\"some data\"", null)]
    [InlineData("\"99999999999999999999\"", null)]
    [InlineData("\"-1\"", null)]
    public void A_status_names_our_log_row_where_it_can(string written, long? logId)
    {
        var items = WebhookReader.Read(Sample.Value(
            $$"""  "statuses":[{"id":"a","status":"played","biz_opaque_callback_data":{{written}}}]  """));

        var status = Assert.IsType<WebhookItem.Status>(Assert.Single(items));
        Assert.Equal((MessageStatus.Read, logId), (status.Reached, status.LogId));
    }

    [Theory]
    [InlineData("processed")]
    [InlineData("received")]
    [InlineData("queued")]
    [InlineData("warning")]
    [InlineData("READ")]
    public void A_status_that_Meta_does_not_say_moves_nothing(string word) =>
        Assert.Empty(WebhookReader.Read(Sample.Value($$"""  "statuses":[{"id":"a","status":"{{word}}"}]  """)));

    [Fact]
    public void The_fullest_text_of_an_error_is_kept()
    {
        var full = Assert.IsType<WebhookItem.Status>(Sample.Items("status_failed_131047_reengagement.json")[0]);
        var legacy = Assert.IsType<WebhookItem.Status>(Sample.Items("status_failed_legacy_no_error_data.json")[0]);

        Assert.StartsWith("Message failed to send because more than 24 hours", full.ErrorText, StringComparison.Ordinal);
        Assert.StartsWith("Request for url", legacy.ErrorText, StringComparison.Ordinal);
    }
}
