using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>One body holds many items; each has its own fate.</summary>
public sealed class BatchTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task Nineteen_messages_are_answered_although_the_one_among_them_has_no_id()
    {
        var phones = Enumerable.Range(0, 20).Select(_ => NewPhone()).ToArray();
        var messages = phones.Select((phone, place) => place == 7 ? new { from = phone, type = "text", text = new { body = "CART" } } : Envelope.Text(phone, "CART"));
        var before = await QuarantinedAsync("no_id");

        await AcceptedAsync(Envelope.Messages(Store, [.. messages]));
        await SettledAsync();

        Assert.Equal(before + 1, await QuarantinedAsync("no_id"));
        Assert.Equal(phones.Where((_, place) => place != 7).Order(), await AnsweredAsync(phones));
    }

    [Fact]
    public async Task Only_the_item_that_the_database_refuses_is_set_aside()
    {
        await RefuseTextAsync("refuse me");
        var before = await QuarantinedAsync("refused:22000");
        var phones = Enumerable.Range(0, 20).Select(_ => NewPhone()).ToArray();

        await AcceptedAsync(Envelope.Messages(Store, [.. phones.Select((phone, place) => Envelope.Text(phone, place == 11 ? "refuse me" : "CART"))]));
        await SettledAsync();

        Assert.Equal(before + 1, await QuarantinedAsync("refused:22000"));
        Assert.Equal(phones.Where((_, place) => place != 11).Order(), await AnsweredAsync(phones));
    }

    [Fact]
    public async Task Deliveries_of_one_batch_do_not_share_the_fate_of_a_refused_one()
    {
        await RefuseTextAsync("refuse me too");
        var phones = Enumerable.Range(0, 60).Select(_ => NewPhone()).ToArray();

        await Task.WhenAll(phones.Select((phone, place) =>
            App.DeliverAsync(SignedMessage.Text(Store.PhoneNumberId, phone, place % 20 == 3 ? "refuse me too" : "CART"), Cancel)));
        await SettledAsync();

        Assert.Equal(phones.Where((_, place) => place % 20 != 3).Order(), await AnsweredAsync(phones));
    }

    [Fact]
    public async Task Each_item_lands_in_the_store_of_its_number_even_when_the_first_is_refused()
    {
        await RefuseTextAsync("refuse the first");
        var phone = NewPhone();

        await AcceptedAsync(Envelope.Of(
            Envelope.Change(Cast.MamaNjeri, new { messages = new[] { Envelope.Text(phone, "refuse the first") } }),
            Envelope.Change(Cast.NakatoFresh, new { messages = new[] { Envelope.Text(phone, "ADD MATOOKE") } }),
            Envelope.Change(Cast.MamaNjeri, new { messages = new[] { Envelope.Text(phone, "ADD MILK-500ML") } })));
        await SettledAsync();

        Assert.Equal(["mama-njeri: 65.00", "nakato-fresh: 15000.00"], await ListAsync<string>("""
            select s.store_slug || ': ' || i.unit_price from cart_items i join cart_sessions c on c.id = i.cart_id join store_settings s on s.id = i.store_id
            where c.session_id = 'wa:' || $1 order by s.store_slug
            """, phone));
    }

    [Fact]
    public async Task What_comes_for_a_number_nobody_has_proved_makes_nobody_a_customer()
    {
        var (phone, stranger) = (NewPhone(), new StoreCast(Guid.NewGuid(), Guid.NewGuid(), "", "", "KES", "100000000009999"));

        await AcceptedAsync(Envelope.Of(
            Envelope.Change(stranger, new { messages = new[] { Envelope.Text(phone, "CART") } }),
            Envelope.Change(stranger, new { statuses = new[] { new { id = "wamid.x", status = "sent", timestamp = Envelope.Seconds(null) } } })));

        Assert.Equal(0, await ValueAsync<long>("select count(*) from customers where phone = $1", phone));
        Assert.Equal(2, await QuarantinedAsync("unknown_number:100000000009999"));
    }

    [Fact]
    public async Task A_channel_without_proof_or_switched_off_receives_nothing()
    {
        var phone = NewPhone();
        await ExecuteAsync("update business_channel_settings set is_active = false where wa_phone_number_id = $1", Cast.NakatoFresh.PhoneNumberId);
        await AcceptedAsync(SignedMessage.Text(Cast.NakatoFresh.PhoneNumberId, phone, "CART"));
        await ExecuteAsync("update business_channel_settings set is_active = true, verified_at = null where wa_phone_number_id = $1", Cast.NakatoFresh.PhoneNumberId);
        await AcceptedAsync(SignedMessage.Text(Cast.NakatoFresh.PhoneNumberId, phone, "CART"));
        await ExecuteAsync("update business_channel_settings set verified_at = now() where wa_phone_number_id = $1", Cast.NakatoFresh.PhoneNumberId);

        Assert.Equal(0, await ValueAsync<long>("select count(*) from customers where phone = $1", phone));
        Assert.Equal(2, await QuarantinedAsync($"unknown_number:{Cast.NakatoFresh.PhoneNumberId}"));
    }

    [Theory]
    [InlineData("40P01")]
    [InlineData("40001")]
    public async Task Another_instance_in_the_way_is_no_reason_to_send_the_sender_away(string sqlState)
    {
        var (phone, name) = (NewPhone(), $"rival_{sqlState.ToLowerInvariant()}");
        await ExecuteAsync($"""
            create sequence {name};
            grant usage on sequence {name} to service_role;
            create function {name}() returns trigger language plpgsql as
            $$ begin if nextval('{name}') <= 2 then raise exception 'rival' using errcode = '{sqlState}'; end if; return new; end $$;
            create trigger {name} before insert on messaging_log for each row when (new.customer_phone = '{phone}') execute function {name}()
            """);

        await AcceptedAsync(SignedMessage.Text(Store.PhoneNumberId, phone, "CART"));
        await SettledAsync();

        Assert.Single(await RepliesAsync(phone));
    }

    [Fact]
    public async Task A_first_message_makes_customer_conversation_consent_and_cart()
    {
        var phone = NewPhone();

        await AcceptedAsync(SignedMessage.Text(Store.PhoneNumberId, phone, "Habari"));
        await SettledAsync();

        Assert.Equal($"Otieno 1 true first_message wa:{phone}", await ValueAsync<string>("""
            select concat_ws(' ', c.name, v.unread, o.is_opted_in::text, o.consent_source, s.session_id)
            from customers c join conversations v on v.customer_id = c.id join customer_channel_opt_in o on o.customer_id = c.id
            join cart_sessions s on s.customer_id = c.id and s.status = 'open' where c.phone = $1
            """, phone));
    }

    /// <summary>The database refuses a message with this text, as it would refuse data we did not foresee.</summary>
    private Task<int> RefuseTextAsync(string text) => ExecuteAsync($"""
        create or replace function refuse_text() returns trigger language plpgsql as
        $$ begin if new.message_payload #>> '{"{text,body}"}' = '{text}' then raise exception 'refused' using errcode = '22000'; end if; return new; end $$;
        create or replace trigger refuse_text before insert on messaging_log for each row execute function refuse_text()
        """);

    private Task<IReadOnlyList<string>> AnsweredAsync(string[] phones) => ListAsync<string>("""
        select customer_phone from messaging_log where customer_phone = any($1) and reply_to is not null order by 1
        """, (object)phones);
}
