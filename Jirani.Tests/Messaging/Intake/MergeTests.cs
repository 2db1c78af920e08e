using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>A phone and a user id that were two customers turn out to be one person.</summary>
public sealed class MergeTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private readonly string _phone = NewPhone();
    private readonly string _userId = NewUserId();

    [Fact]
    public async Task Log_orders_and_carts_become_one_and_the_newer_cart_wins()
    {
        await SayAsync(_phone, null, "ADD TEA-250G", "CHECKOUT", "ADD SUGAR-1KG 2", "ADD MILK-500ML");
        await SayAsync(null, _userId, "ADD SUGAR-1KG 3", "ADD BREAD-400G");

        await SayAsync(_phone, _userId, "CART");

        Assert.Equal("1 1 7 1", await ValueAsync<string>("""
            select concat_ws(' ', count(*), (select count(*) from conversations v where v.customer_id = any(array_agg(c.id))),
                (select count(*) from messaging_log m where m.customer_id = any(array_agg(c.id)) and m.message_type = 'inbound'),
                (select count(*) from orders o where o.customer_id = any(array_agg(c.id))))
            from customers c where c.phone = $1 or c.wa_user_id = $2
            """, _phone, _userId));
        Assert.Equal(["1 BREAD-400G", "1 MILK-500ML", "5 SUGAR-1KG"], await CartAsync());
        Assert.Contains("KES 1,035", (await RepliesAsync(_phone))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opt_out_of_either_holds_for_the_one()
    {
        await SayAsync(_phone, null, "CART");
        await SayAsync(null, _userId, "STOP");

        await SayAsync(_phone, _userId, "CART");

        Assert.False(await ValueAsync<bool>(
            "select o.is_opted_in from customer_channel_opt_in o join customers c on c.id = o.customer_id where c.phone = $1", _phone));
        Assert.Single(await RepliesAsync(_phone));
    }

    [Fact]
    public async Task A_number_change_to_a_known_customer_makes_them_one()
    {
        var newPhone = NewPhone();
        await SayAsync(_phone, _userId, "ADD SUGAR-1KG");
        await SayAsync(newPhone, null, "ADD SUGAR-1KG");

        await AcceptedAsync(Envelope.Messages(Store, Envelope.NumberChanged(_phone, _userId, newPhone, null)));
        await SettledAsync();

        Assert.Equal([newPhone], await ListAsync<string>("select phone from customers where phone = any($1)", (object)new[] { _phone, newPhone }));
        Assert.Equal(["2 SUGAR-1KG"], await CartAsync(newPhone));
    }

    [Fact]
    public async Task The_message_that_tells_is_answered_once_and_both_old_ids_still_find_the_customer()
    {
        await SayAsync(_phone, null, "CART");
        await SayAsync(null, _userId, "CART");
        await SayAsync(_phone, _userId, "ADD SUGAR-1KG");

        await SayAsync(_phone, null, "ADD SUGAR-1KG");
        await SayAsync(null, _userId, "ADD SUGAR-1KG");

        Assert.Equal(["3 SUGAR-1KG"], await CartAsync());
        Assert.Equal(5, await ValueAsync<long>("""
            select count(*) from messaging_log r join customers c on c.id = r.customer_id where c.phone = $1 and r.reply_to is not null
            """, _phone));
    }

    [Fact]
    public async Task Many_tellings_at_once_merge_once()
    {
        await SayAsync(_phone, null, "ADD SUGAR-1KG");
        await SayAsync(null, _userId, "ADD SUGAR-1KG");

        await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => AcceptedAsync(Envelope.Messages(Store, Envelope.Text(_phone, "ADD SUGAR-1KG", _userId)))));
        await SettledAsync();

        Assert.Equal(["27 SUGAR-1KG"], await CartAsync());
    }

    private async Task SayAsync(string? phone, string? userId, params string[] texts)
    {
        await AcceptedAsync(Envelope.Messages(Store, [.. texts.Select(text => Envelope.Text(phone, text, userId))]));
        await SettledAsync();
    }

    private Task<IReadOnlyList<string>> CartAsync(string? phone = null) => ListAsync<string>("""
        select i.quantity::int || ' ' || p.sku from customers c join cart_sessions s on s.customer_id = c.id and s.status = 'open'
        join cart_items i on i.cart_id = s.id join products p on p.id = i.product_id where c.phone = $1 order by p.sku
        """, phone ?? _phone);
}
