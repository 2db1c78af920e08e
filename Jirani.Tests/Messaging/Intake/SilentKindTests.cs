using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>What is logged and says nothing: no window, not unread, not counted, not answered.</summary>
public sealed class SilentKindTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("reaction")]
    [InlineData("edit")]
    [InlineData("revoke")]
    [InlineData("system")]
    [InlineData("unsupported")]
    [InlineData("request_welcome")]
    [InlineData("something_new")]
    public async Task It_is_logged_and_nothing_else_happens(string type)
    {
        var phone = NewPhone();

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Other(phone, type, new { body = "CHECKOUT", emoji = "👍" })));
        await SettledAsync();

        Assert.Equal($"{type} processed 0 closed true", await MomentAsync(phone));
        Assert.Empty(await RepliesAsync(phone));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("video")]
    [InlineData("audio")]
    [InlineData("document")]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("contacts")]
    [InlineData("order")]
    public async Task A_message_without_words_opens_the_window_and_is_unread(string type)
    {
        var phone = NewPhone();

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Other(phone, type, new { id = "123" })));
        await SettledAsync();

        Assert.Equal($"{type} processed 1 open false", await MomentAsync(phone));
    }

    [Fact]
    public async Task A_tapped_button_runs_its_command()
    {
        var phone = NewPhone();

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Other(phone, "interactive", new { type = "button_reply", button_reply = new { id = "ADD SUGAR-1KG 2", title = "Two more" } })));
        await SettledAsync();

        Assert.Contains("KES 360", Assert.Single(await RepliesAsync(phone)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("own number")]
    public async Task A_group_and_the_shops_own_number_get_no_answer(string what)
    {
        var phone = what == "group" ? NewPhone() : "254700000001";
        var message = new { from = phone, id = SignedMessage.NewId(), timestamp = Envelope.Seconds(null), type = "text", text = new { body = "CART" }, group_id = what == "group" ? "abc" : null };

        await AcceptedAsync(Envelope.Messages(Store, message));
        await SettledAsync();

        Assert.Equal("text processed 0 closed true", await MomentAsync(phone));
        Assert.Empty(await RepliesAsync(phone));
    }

    [Fact]
    public async Task What_the_owner_writes_on_their_phone_is_outbound_and_pauses_the_dialogue()
    {
        var phone = NewPhone();
        await AskAsync(phone, "ADD SUGAR-1KG");

        await AcceptedAsync(Envelope.Echoes(Store, Envelope.Echo(phone, "Karibu, I will help you")));
        await AcceptedAsync(Envelope.Messages(Store, Envelope.Text(phone, "ADD SUGAR-1KG")));
        await SettledAsync();

        Assert.Equal("outbound_text owner sent Karibu, I will help you", await ValueAsync<string>("""
            select concat_ws(' ', message_type, purpose, status, message_payload #>> '{text,body}')
            from messaging_log where customer_phone = $1 and message_type <> 'inbound' and reply_to is null
            """, phone));
        Assert.Single(await RepliesAsync(phone));
        Assert.True(await ValueAsync<bool>("""
            select v.bot_paused_until > now() and v.unread = 1 and v.needs_person from conversations v join customers c on c.id = v.customer_id where c.phone = $1
            """, phone));
    }

    [Fact]
    public async Task An_owner_who_writes_first_makes_a_customer_and_opens_no_window()
    {
        var phone = NewPhone();
        var body = Envelope.Echoes(Store, Envelope.Echo(phone, "Your bread is here"));

        await Task.WhenAll(AcceptedAsync(body), AcceptedAsync(body));
        await SettledAsync();

        Assert.Equal("1 0 closed", await ValueAsync<string>("""
            select concat_ws(' ', (select count(*) from messaging_log m where m.customer_id = c.id), v.unread, case when v.window_until > now() then 'open' else 'closed' end)
            from conversations v join customers c on c.id = v.customer_id where c.phone = $1
            """, phone));
    }

    private Task<string> MomentAsync(string phone) => ValueAsync<string>("""
        select concat_ws(' ', m.message_payload ->> 'type', m.status, v.unread, case when v.window_until > now() then 'open' else 'closed' end,
            (not m.is_conversational)::text)
        from messaging_log m join conversations v on v.customer_id = m.customer_id where m.customer_phone = $1 and m.message_type = 'inbound'
        """, phone);
}
