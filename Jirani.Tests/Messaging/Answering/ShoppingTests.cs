using System.Globalization;
using System.Text.RegularExpressions;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>From ADD to TRACK, as rows.</summary>
public sealed partial class ShoppingTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private readonly string _phone = NewPhone();

    [Fact]
    public async Task Add_and_remove_move_the_lines_of_one_cart()
    {
        await AskAsync(_phone, "add sugar-1kg 3");
        await AskAsync(_phone, "ADD MILK-500ML");
        await AskAsync(_phone, "Remove SUGAR-1KG 1");

        var reply = await AskAsync(_phone, " cart. ");

        Assert.Contains("KES 425", reply, StringComparison.Ordinal);
        Assert.Equal(["1.000 x 65.00 MILK-500ML", "2.000 x 180.00 SUGAR-1KG"], await ListAsync<string>("""
            select i.quantity || ' x ' || i.unit_price || ' ' || p.sku
            from cart_items i join cart_sessions s on s.id = i.cart_id join products p on p.id = i.product_id where s.session_id = 'wa:' || $1 order by p.sku
            """, _phone));
    }

    [Theory]
    [InlineData("ADD SUGAR-1KG 0")]
    [InlineData("ADD SUGAR-1KG -1")]
    [InlineData("ADD SUGAR-1KG 2.5")]
    [InlineData("ADD SUGAR-1KG two")]
    [InlineData("ADD SUGAR-1KG 1000000000")]
    [InlineData("ADD SUGAR-1KG 9223372036854775808")]
    [InlineData("ADD SUGAR-1KG 3x")]
    [InlineData("ADD SUGAR-1KG 1 2")]
    [InlineData("ADD '; DROP TABLE orders; --")]
    [InlineData("ADD %")]
    [InlineData("ADD SUGAR_1KG")]
    [InlineData("ADD \\")]
    [InlineData("ADD <script>alert(1)</script>")]
    [InlineData("ADD 🍞")]
    [InlineData("ADD SUGАR-1KG")]
    public async Task A_quantity_or_code_that_is_none_is_answered_and_changes_nothing(string text)
    {
        var reply = await AskAsync(_phone, text);

        Assert.NotEmpty(reply);
        Assert.Equal(0, await ValueAsync<long>("select count(*) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", _phone));
    }

    [Theory]
    [InlineData("ADD SUGAR-1KG ٣", 3)]
    [InlineData("ADD SUGAR-1KG ３", 3)]
    [InlineData("ａｄｄ sugar-1kg\u200b 2", 2)]
    public async Task Digits_and_letters_of_other_scripts_count(string text, int quantity)
    {
        await AskAsync(_phone, text);

        Assert.Equal(quantity, await ValueAsync<int>("select i.quantity::int from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", _phone));
    }

    [Fact]
    public async Task Checkout_freezes_lines_takes_stock_begins_the_delivery_and_closes_the_cart()
    {
        await AskAsync(_phone, "ADD TEA-250G 4");
        var stock = await StockAsync("TEA-250G");

        var reply = await AskAsync(_phone, "CHECKOUT");
        await ExecuteAsync("update products set price = price + 1, name = 'Renamed' where sku = 'TEA-250G'");
        await ExecuteAsync("update products set price = price - 1, name = 'Tea leaves 250 g' where sku = 'TEA-250G'");

        Assert.Equal(stock - 4, await StockAsync("TEA-250G"));
        var order = OrderIdIn(reply);
        Assert.Contains($"{App.Site}store/mama-njeri/checkout?session=wa:{_phone}&order={order}", reply, StringComparison.Ordinal);
        Assert.Contains($"{App.Site}api/payments/initiate?order={order}", reply, StringComparison.Ordinal);
        Assert.Equal($"pending 580.00 KES {_phone} pending checked_out TEA-250G Tea leaves 250 g 4.000 145.00 placed", await ValueAsync<string>("""
            select concat_ws(' ', o.status, o.total_amount, o.currency, o.customer_phone, d.status, s.status, i.sku, i.name, i.quantity, i.unit_price, e.kind)
            from orders o join deliveries d on d.order_id = o.id join cart_sessions s on s.id = o.cart_id join order_items i on i.order_id = o.id
            join order_events e on e.order_id = o.id where o.id = $1
            """, order));
    }

    [Fact]
    public async Task Checkout_again_is_the_same_order_until_there_is_a_new_cart()
    {
        await AskAsync(_phone, "ADD BREAD-400G");
        var first = OrderIdIn(await AskAsync(_phone, "CHECKOUT"));
        var again = OrderIdIn(await AskAsync(_phone, "CHECKOUT"));
        await AskAsync(_phone, "ADD BREAD-400G");

        var second = OrderIdIn(await AskAsync(_phone, "CHECKOUT"));

        Assert.Equal(first, again);
        Assert.NotEqual(first, second);
        Assert.Equal(2, await ValueAsync<long>("select count(*) from orders where customer_phone = $1", _phone));
    }

    [Fact]
    public async Task A_price_that_changed_since_is_todays_and_told()
    {
        await AskAsync(_phone, "ADD SALT-500G 2");
        await ExecuteAsync("update products set price = 40 where sku = 'SALT-500G'");

        var reply = await AskAsync(_phone, "CHECKOUT");

        Assert.Contains("KES 80", reply, StringComparison.Ordinal);
        Assert.Contains("New price", reply, StringComparison.Ordinal);
        Assert.Equal(80m, await ValueAsync<decimal>("select total_amount from orders where customer_phone = $1", _phone));
    }

    [Theory]
    [InlineData("is_active = false", "is_active = true")]
    [InlineData("stock_quantity = 1", "stock_quantity = 1000")]
    public async Task A_line_that_cannot_be_filled_makes_no_order_and_leaves_the_cart(string change, string back)
    {
        await AskAsync(_phone, "ADD SOAP-800G 2");
        await AskAsync(_phone, "ADD SUGAR-1KG");
        await ExecuteAsync($"update products set {change} where sku = 'SOAP-800G'");

        var reply = await AskAsync(_phone, "CHECKOUT");
        await ExecuteAsync($"update products set {back} where sku = 'SOAP-800G'");

        Assert.Contains("Washing soap", reply, StringComparison.Ordinal);
        Assert.Equal(0, await ValueAsync<long>("select count(*) from orders where customer_phone = $1", _phone));
        Assert.Equal(2, await ValueAsync<long>("select count(*) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1 and s.status = 'open'", _phone));
    }

    [Fact]
    public async Task Track_finds_the_customers_own_orders_by_number_or_id_and_nobody_elses()
    {
        var stranger = NewPhone();
        await AskAsync(_phone, "ADD BREAD-400G");
        var order = OrderIdIn(await AskAsync(_phone, "CHECKOUT"));
        var number = await ValueAsync<string>("select order_number from orders where id = $1", order);
        await ExecuteAsync("update deliveries set status = 'assigned', courier = 'Musa' where order_id = $1", order);

        foreach (var reference in new[] { number, order.ToString(), order.ToString().ToUpperInvariant(), $"#{number}" })
        {
            Assert.Contains("Musa", await AskAsync(_phone, $"TRACK {reference}"), StringComparison.Ordinal);
            Assert.DoesNotContain("Musa", await AskAsync(stranger, $"TRACK {reference}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Status_is_the_most_recent_order_of_this_store()
    {
        await AskAsync(_phone, "ADD BREAD-400G");
        await AskAsync(_phone, "CHECKOUT");
        await AskAsync(_phone, "ADD MILK-500ML");
        await AskAsync(_phone, "CHECKOUT");
        var latest = await ValueAsync<string>("select order_number from orders where customer_phone = $1 order by created_at desc limit 1", _phone);

        Assert.Contains($"#{latest}", await AskAsync(_phone, "STATUS"), StringComparison.Ordinal);
        Assert.DoesNotContain("#", await App.AskAsync(Cast.NakatoFresh, _phone, "STATUS", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_offers_near_ones_of_the_same_store()
    {
        var reply = await AskAsync(_phone, "ADD SUGAR");

        Assert.Contains("SUGAR-1KG", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("SUGAR-1KG", await App.AskAsync(Cast.NakatoFresh, _phone, "ADD SUGAR", Cancel), StringComparison.Ordinal);
    }

    private static Guid OrderIdIn(string reply) => Guid.Parse(OrderId().Match(reply).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("order=([0-9a-f-]{36})")]
    private static partial Regex OrderId();

    private Task<decimal> StockAsync(string sku) => ValueAsync<decimal>("select stock_quantity from products where sku = $1 and stock_quantity is not null limit 1", sku);
}
