using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>What is signed and cannot be read: kept with its bytes and a reason, answered 200, so that nobody sends it for a week.</summary>
public sealed class BrokenBodyTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("", "empty_body")]
    [InlineData("null", "not_an_object")]
    [InlineData("[]", "not_an_object")]
    [InlineData("\"x\"", "not_an_object")]
    [InlineData("NaN", "malformed_json")]
    [InlineData("{}", "unhandled_object")]
    [InlineData("""{"object":"page"}""", "unhandled_object")]
    [InlineData("""{"object":"whatsapp_business_account"}""", "no_entries")]
    [InlineData("""{"object":"whatsapp_business_account","entry":null}""", "no_entries")]
    [InlineData("""{"object":"whatsapp_business_account","entry":{}}""", "no_entries")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[null]}""", "malformed_entry")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{}]}""", "no_changes")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":7}]}""", "no_changes")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[1]}]}""", "malformed_change")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{}]}]}""", "no_field")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages"}]}]}""", "no_value")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":[]}]}]}""", "no_value")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{}}]}]}""", "no_phone_number_id")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"100000000000001"}}}]}]}""", "no_items")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"100000000000001"},"messages":{}}}]}]}""", "malformed_list")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"100000000000001"},"messages":[null]}}]}]}""", "malformed_item")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"nobody_knows_it","value":{}}]}]}""", "unhandled_field:nobody_knows_it")]
    public async Task It_is_kept_for_a_person_with_its_reason(string json, string reason)
    {
        var before = await QuarantinedAsync(reason);

        await AcceptedAsync(Encoding.UTF8.GetBytes(json));

        Assert.Equal(before + 1, await QuarantinedAsync(reason));
    }

    [Theory]
    [InlineData(1_001)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public async Task Endless_nesting_is_kept_and_harms_nothing(int depth)
    {
        var before = await QuarantinedAsync("too_deep");

        await AcceptedAsync(Encoding.ASCII.GetBytes(new string('[', depth) + new string(']', depth)));

        Assert.Equal(before + 1, await QuarantinedAsync("too_deep"));
    }

    [Theory]
    [InlineData("utf-8 with a mark")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("no type")]
    public async Task However_the_body_is_announced_a_message_in_utf8_is_read(string how)
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "Habari, ni café?");
        using var request = SignedMessage.Post(how == "utf-8 with a mark" ? [0xEF, 0xBB, 0xBF, .. body] : body);
        request.Content!.Headers.ContentType = how.Contains('/', StringComparison.Ordinal) ? MediaTypeHeaderValue.Parse(how) : null;

        using var answer = await App.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Habari, ni café?", await TextOfAsync(phone));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_body_in_another_encoding_is_kept_for_a_person(string encoding)
    {
        var (before, phone) = (await QuarantinedAsync("not_utf8"), NewPhone());

        await AcceptedAsync(Encoding.GetEncoding(encoding).GetBytes(Encoding.UTF8.GetString(SignedMessage.Text(Store.PhoneNumberId, phone, "CART"))));

        Assert.Equal(before + 1, await QuarantinedAsync("not_utf8"));
    }

    [Theory]
    [InlineData("a\\u0000b", "ab")]
    [InlineData("a\\ud800b", "a\ufffdb")]
    [InlineData("a\\udc00b", "a\ufffdb")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\ufffe \\uffff", "\ufffe \uffff")]
    [InlineData("\\u202eevil\\u200d\\u200b", "\u202eevil\u200d\u200b")]
    [InlineData("Z\u0351\u036b\u0343", "Z\u0351\u036b\u0343")]
    public async Task Poisoned_text_is_stored_cleaned(string written, string stored)
    {
        var phone = NewPhone();

        await AcceptedAsync(WithRaw(phone, written));

        Assert.Equal(stored, await TextOfAsync(phone));
    }

    [Fact]
    public async Task Invalid_utf8_within_a_text_is_stored_cleaned()
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "x~y");
        body[Array.IndexOf(body, (byte)'~')] = 0xFF;

        await AcceptedAsync(body);

        Assert.Equal("x\ufffdy", await TextOfAsync(phone));
    }

    [Theory]
    [InlineData(65_536, "x")]
    [InlineData(4_200, "😀")]
    [InlineData(30_000, " ")]
    public async Task A_very_long_text_is_stored_whole_and_answered_once(int times, string what)
    {
        var (phone, text) = (NewPhone(), string.Concat(Enumerable.Repeat(what, times)));

        await AskAsync(phone, text);

        Assert.Equal(text, await TextOfAsync(phone));
    }

    private static byte[] WithRaw(string phone, string written) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(SignedMessage.Text(Store.PhoneNumberId, phone, "PLACEHOLDER")).Replace("PLACEHOLDER", written, StringComparison.Ordinal));

    private Task<string> TextOfAsync(string phone) => ValueAsync<string>(
        "select message_payload #>> '{text,body}' from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone);
}
