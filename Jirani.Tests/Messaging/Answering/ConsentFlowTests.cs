using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>STOP, what is silent after it, and START.</summary>
public sealed class ConsentFlowTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private readonly string _phone = NewPhone();

    [Fact]
    public async Task Stop_is_confirmed_once_and_drops_what_still_waits()
    {
        await AskAsync(_phone, "ADD SUGAR-1KG");

        await SayAsync("stop.", "STOP", "ADD SUGAR-1KG", "CHECKOUT", "Habari");

        Assert.Equal(["consent queued", "reply failed opted_out"], await OutgoingAsync());
        Assert.Equal(1m, await ValueAsync<decimal>("select sum(i.quantity) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", _phone));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from orders where customer_phone = $1", _phone));
    }

    [Fact]
    public async Task Help_is_answered_while_opted_out_and_start_brings_everything_back()
    {
        await SayAsync("STOP", "HELP", "START", "START", "ADD SUGAR-1KG");

        Assert.Equal(["consent queued", "consent queued", "consent queued", "reply queued", "reply queued"], await OutgoingAsync());
        Assert.Equal(["true first_message", "false keyword", "true keyword"], await ListAsync<string>("""
            select concat_ws(' ', e.is_opted_in::text, e.consent_source) from consent_events e join customers c on c.id = e.customer_id where c.phone = $1 order by e.id
            """, _phone));
    }

    [Fact]
    public async Task Stopping_one_store_stops_no_other()
    {
        await SayAsync("STOP");

        await App.AskAsync(Cast.NakatoFresh, _phone, "CART", Cancel);

        Assert.Equal(1, await ValueAsync<long>("select count(*) from customer_channel_opt_in where customer_phone = $1 and is_opted_in", _phone));
    }

    [Fact]
    public async Task A_sentence_with_the_word_stop_is_no_stop()
    {
        await SayAsync("stop sending red ones");

        Assert.True(await ValueAsync<bool>("select is_opted_in from customer_channel_opt_in where customer_phone = $1", _phone));
    }

    [Fact]
    public async Task The_thirty_second_message_of_a_minute_is_not_run_and_told_once()
    {
        await SayAsync([.. Enumerable.Repeat("ADD SUGAR-1KG", 40)]);

        Assert.Equal(31m, await ValueAsync<decimal>("select sum(i.quantity) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", _phone));
        Assert.Equal(32, (await RepliesAsync(_phone)).Count);
        Assert.StartsWith("Too many messages", (await RepliesAsync(_phone))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_is_heard_over_the_limit()
    {
        await SayAsync([.. Enumerable.Repeat("CART", 40), "STOP"]);

        Assert.False(await ValueAsync<bool>("select is_opted_in from customer_channel_opt_in where customer_phone = $1", _phone));
    }

    [Fact]
    public async Task Messages_without_conversation_do_not_use_up_the_limit_and_an_older_minute_does_not_count()
    {
        await AcceptedAsync(Envelope.Messages(Store, [.. Enumerable.Range(0, 40).Select(_ => Envelope.Other(_phone, "reaction", new { emoji = "👍" }))]));
        await LeaveAsync(40, minutesAgo: 2);

        Assert.Contains("KES 180", await AskAsync(_phone, "ADD SUGAR-1KG"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minute_before_this_batch_counts()
    {
        await SayAsync("Habari");
        await LeaveAsync(30, minutesAgo: 0);

        Assert.StartsWith("Too many messages", await AskAsync(_phone, "ADD SUGAR-1KG"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_is_of_one_customer_in_one_store()
    {
        await SayAsync([.. Enumerable.Repeat("CART", 40)]);

        Assert.Contains("empty", await App.AskAsync(Cast.NakatoFresh, _phone, "CART", Cancel), StringComparison.Ordinal);
        Assert.Contains("empty", await AskAsync(NewPhone(), "CART"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_words_are_hinted_at_once_in_ten_minutes_and_need_a_person()
    {
        await SayAsync("Do you have fresh bread?", "Hello?", "Anyone?");

        Assert.Single(await RepliesAsync(_phone));
        Assert.True(await ValueAsync<bool>("select v.needs_person from conversations v join customers c on c.id = v.customer_id where c.phone = $1", _phone));
    }

    private async Task SayAsync(params string[] texts)
    {
        await AcceptedAsync(Envelope.Messages(Store, [.. texts.Select(text => Envelope.Text(_phone, text))]));
        await SettledAsync();
    }

    /// <summary>Messages that came and were answered some time ago.</summary>
    private async Task LeaveAsync(int count, int minutesAgo)
    {
        await SettledAsync();
        await ExecuteAsync("""
            insert into messaging_log (store_id, customer_id, customer_phone, message_type, message_payload, status, whatsapp_message_id, is_conversational, created_at)
            select c.store_id, c.id, c.phone, 'inbound', '{"type":"text"}', 'processed', 'wamid.left.' || gen_random_uuid(), true, now() - $2 * interval '1 minute'
            from customers c cross join generate_series(1, $3) where c.phone = $1
            """, _phone, minutesAgo, count);
    }

    private Task<IReadOnlyList<string>> OutgoingAsync() => ListAsync<string>("""
        select concat_ws(' ', purpose, status, error_message) from messaging_log where customer_phone = $1 and reply_to is not null order by 1
        """, _phone);
}
