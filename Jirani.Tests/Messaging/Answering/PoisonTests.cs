using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>A message that no attempt can answer ends up by itself, set aside, and holds up nobody.</summary>
public sealed class PoisonTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_message_that_always_fails_is_set_aside_after_five_attempts_and_everything_else_goes_on()
    {
        var (poisoned, others) = (NewPhone(), Enumerable.Range(0, 10).Select(_ => NewPhone()).ToArray());
        await AskAsync(poisoned, "ADD SUGAR-1KG");
        var id = SignedMessage.NewId();
        await RaiseForAsync(id, "P0001");

        await AcceptedAsync(Envelope.Messages(Store, [
            .. others.Select(phone => Envelope.Text(phone, "CART")),
            Envelope.Text(poisoned, "ADD MILK-500ML", id: id),
            Envelope.Text(poisoned, "ADD BREAD-400G")]));
        await WaitUntil.TrueAsync("the others are answered", async () => (await AnsweredAsync(others)) == 10, Cancel);
        await WaitUntil.TrueAsync("it is set aside", () => HurryAsync(id), TimeSpan.FromSeconds(30), Cancel);
        await SettledAsync();

        Assert.Equal("processed 5 set aside: could not be answered", await ValueAsync<string>(
            "select concat_ws(' ', status, attempts, error_message) from messaging_log where whatsapp_message_id = $1", id));
        Assert.Equal(["BREAD-400G", "SUGAR-1KG"], await ListAsync<string>("""
            select p.sku from cart_items i join cart_sessions s on s.id = i.cart_id join products p on p.id = i.product_id where s.session_id = 'wa:' || $1 order by 1
            """, poisoned));
        Assert.True(await ValueAsync<bool>("select v.needs_person from conversations v join customers c on c.id = v.customer_id where c.phone = $1", poisoned));
        Assert.Equal(0, await ValueAsync<int>("select max(attempts)::int from messaging_log where customer_phone = any($1)", (object)others));
    }

    [Theory]
    [InlineData("40P01")]
    [InlineData("40001")]
    [InlineData("57014")]
    public async Task What_is_nobodys_fault_is_tried_again_and_not_counted(string sqlState)
    {
        var (phone, id) = (NewPhone(), SignedMessage.NewId());
        await RaiseForAsync(id, sqlState, times: 5);

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Text(phone, "ADD SUGAR-1KG", id: id)));
        await SettledAsync();

        Assert.Single(await RepliesAsync(phone));
        // The sweep may have found it between two tries, which is its one count.
        Assert.True(await ValueAsync<bool>("select attempts <= 1 and error_message is null from messaging_log where whatsapp_message_id = $1", id));
    }

    [Fact]
    public async Task A_fault_that_passes_is_answered_once()
    {
        var (phone, id) = (NewPhone(), SignedMessage.NewId());
        await RaiseForAsync(id, "P0001", times: 4);

        await AcceptedAsync(Envelope.Messages(Store, Envelope.Text(phone, "ADD SUGAR-1KG", id: id)));
        await WaitUntil.TrueAsync("it is answered", () => HurryAsync(id), TimeSpan.FromSeconds(30), Cancel);
        await SettledAsync();

        Assert.Single(await RepliesAsync(phone));
        Assert.Equal(1m, await ValueAsync<decimal>("select sum(i.quantity) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", phone));
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_found_and_answered_in_order()
    {
        var phones = Enumerable.Range(0, 5).Select(_ => NewPhone()).ToArray();
        foreach (var phone in phones)
        {
            await AskAsync(phone, "CART");
        }

        await LeaveAsync(phones, ["ADD SUGAR-1KG 2", "REMOVE SUGAR-1KG 1", "ADD MILK-500ML"], attempts: 0);
        await SettledAsync();

        Assert.Equal(20, await AnsweredAsync(phones));
        Assert.Equal(["1 SUGAR-1KG", "1 MILK-500ML"], (await ListAsync<string>("""
            select distinct i.quantity::int || ' ' || p.sku from cart_items i join cart_sessions s on s.id = i.cart_id join products p on p.id = i.product_id
            where s.session_id = any(select 'wa:' || p from unnest($1) p) order by 1 desc
            """, (object)phones)));
    }

    [Fact]
    public async Task A_message_that_killed_the_process_five_times_is_not_run_a_sixth()
    {
        var (deadly, deadlyOnce) = (NewPhone(), NewPhone());
        await AskAsync(deadly, "CART");
        await AskAsync(deadlyOnce, "CART");

        await LeaveAsync([deadly], ["ADD SUGAR-1KG"], attempts: 5);
        await LeaveAsync([deadlyOnce], ["ADD SUGAR-1KG"], attempts: 4);
        await SettledAsync();

        Assert.Single(await RepliesAsync(deadly));
        Assert.Equal(2, (await RepliesAsync(deadlyOnce)).Count);
        Assert.True(await ValueAsync<bool>("select v.needs_person from conversations v join customers c on c.id = v.customer_id where c.phone = $1", deadly));
    }

    /// <summary>Marking this message answered fails, always or a few times: a sequence counts, since it survives the rollback.</summary>
    private async Task RaiseForAsync(string messageId, string sqlState, int times = int.MaxValue)
    {
        var name = $"poison_{Guid.NewGuid():n}";
        await ExecuteAsync($"""
            create sequence {name};
            grant usage on sequence {name} to service_role;
            create function {name}() returns trigger language plpgsql as
            $$ begin if nextval('{name}') <= {times} then raise exception 'poison' using errcode = '{sqlState}'; end if; return new; end $$;
            create trigger {name} before update of status on messaging_log for each row
            when (new.whatsapp_message_id = '{messageId}' and new.error_message is null) execute function {name}()
            """);
    }

    /// <summary>Makes the pauses between the attempts short.</summary>
    /// <returns>True once nothing waits for another attempt.</returns>
    private async Task<bool> HurryAsync(string messageId)
    {
        await ExecuteAsync("update messaging_log set due_at = now() - interval '1 second' where whatsapp_message_id = $1 and due_at > now()", messageId);
        return await ValueAsync<bool>("select due_at is null from messaging_log where whatsapp_message_id = $1", messageId);
    }

    /// <summary>Rows as a process leaves them that dies between its 200 and the answer.</summary>
    private async Task LeaveAsync(string[] phones, string[] texts, int attempts)
    {
        await SettledAsync();
        await ExecuteAsync("""
            insert into messaging_log (store_id, customer_id, customer_phone, message_type, message_payload, status, whatsapp_message_id, is_conversational, due_at, attempts)
            select c.store_id, c.id, c.phone, 'inbound', jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', t.body)),
                'received', 'wamid.left.' || gen_random_uuid(), true, now(), $3::int
            from customers c cross join unnest($2::text[]) with ordinality t(body, n) where c.phone = any($1) order by t.n
            """, phones, texts, attempts);
    }

    private Task<long> AnsweredAsync(string[] phones) =>
        ValueAsync<long>("select count(*) from messaging_log where customer_phone = any($1) and reply_to is not null", (object)phones);
}
