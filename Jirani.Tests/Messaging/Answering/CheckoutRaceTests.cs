using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>Many at once, for one order or for the last pieces.</summary>
public sealed class CheckoutRaceTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task Many_checkouts_of_one_customer_are_one_order_told_each_time()
    {
        var phone = NewPhone();
        await AskAsync(phone, "ADD SUGAR-1KG 2");

        await TogetherAsync(Enumerable.Repeat((phone, "CHECKOUT"), 30));
        await SettledAsync();

        Assert.Equal(1, await ValueAsync<long>("select count(*) from orders where customer_phone = $1", phone));
        Assert.Single((await RepliesAsync(phone)).Where(reply => reply.StartsWith("Order #", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task Fifty_buyers_of_the_last_piece_are_one_order_and_forty_nine_apologies()
    {
        var phones = await ShoppersAsync("CANDLES-8", 1, stock: 1);

        await TogetherAsync(phones.Select(phone => (phone, "CHECKOUT")));
        await SettledAsync();

        Assert.Equal("1 0", await SoldAsync("CANDLES-8"));
        Assert.Equal(49, await ApologiesAsync(phones));
    }

    [Fact]
    public async Task Fifty_buyers_of_three_out_of_ten_leave_one()
    {
        var phones = await ShoppersAsync("OIL-1L", 3, stock: 10);

        await TogetherAsync(phones.Select(phone => (phone, "CHECKOUT")));
        await SettledAsync();

        Assert.Equal("3 1", await SoldAsync("OIL-1L"));
        Assert.Equal(47, await ApologiesAsync(phones));
    }

    [Fact]
    public async Task A_hundred_pairs_of_add_and_checkout_run_in_order_one_reply_each()
    {
        var phones = Enumerable.Range(0, 100).Select(_ => NewPhone()).ToArray();

        await Task.WhenAll(phones.Select(async phone =>
        {
            await App.SendTextAsync(Store, phone, "ADD MILK-500ML 2", Cancel);
            await App.SendTextAsync(Store, phone, "CHECKOUT", Cancel);
        }));
        await SettledAsync();

        Assert.Equal(100, await ValueAsync<long>("select count(distinct customer_phone) from orders where customer_phone = any($1) and total_amount = 130", (object)phones));
        Assert.Equal(100, await ValueAsync<long>("select count(*) from orders where customer_phone = any($1)", (object)phones));
        Assert.Equal("200 200", await ValueAsync<string>("""
            select concat_ws(' ', count(*), count(distinct reply_to)) from messaging_log where customer_phone = any($1) and reply_to is not null
            """, (object)phones));
    }

    [Fact]
    public async Task Messages_of_one_customer_are_answered_in_the_order_they_came_in()
    {
        var phone = NewPhone();

        for (var quantity = 1; quantity <= 25; quantity++)
        {
            await App.SendTextAsync(Store, phone, $"ADD EGGS-6 {quantity}", Cancel);
        }

        await SettledAsync();

        Assert.Equal(
            Enumerable.Range(1, 25).Select(quantity => quantity * (quantity + 1) / 2),
            (await RepliesAsync(phone)).Select(reply => int.Parse(reply.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<string[]> ShoppersAsync(string sku, int quantity, int stock)
    {
        var phones = Enumerable.Range(0, 50).Select(_ => NewPhone()).ToArray();
        await TogetherAsync(phones.Select(phone => (phone, $"ADD {sku} {quantity}")));
        await SettledAsync();
        await ExecuteAsync("update products set stock_quantity = $2 where sku = $1", sku, stock);
        return phones;
    }

    private Task TogetherAsync(IEnumerable<(string Phone, string Text)> said) =>
        Task.WhenAll(said.Select(line => App.DeliverAsync(SignedMessage.Text(Store.PhoneNumberId, line.Phone, line.Text), Cancel)));

    /// <summary>How many orders hold it, and how many are left.</summary>
    private Task<string> SoldAsync(string sku) => ValueAsync<string>("""
        select concat_ws(' ', (select count(*) from order_items i where i.product_id = p.id), p.stock_quantity::int) from products p where p.sku = $1
        """, sku);

    private Task<long> ApologiesAsync(string[] phones) => ValueAsync<long>("""
        select count(distinct customer_phone) from messaging_log
        where customer_phone = any($1) and message_payload #>> '{text,body}' like 'No order yet%'
        """, (object)phones);
}
