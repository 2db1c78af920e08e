using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

public sealed class OrderExpiryFlowTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private readonly string _phone = NewPhone();

    [Fact]
    public async Task An_order_nobody_paid_runs_out_and_gives_its_stock_back_once()
    {
        var stock = await StockAsync();
        await OrderAsync();

        await ExecuteAsync("update orders set expires_at = now() where customer_phone = $1", _phone);
        await ExpiredAsync(_phone);

        Assert.Equal(stock, await StockAsync());
        Assert.Equal(1, await ValueAsync<long>("select count(*) from order_events e join orders o on o.id = e.order_id where o.customer_phone = $1 and e.kind = 'expired'", _phone));
        Assert.Contains("ended", await AskAsync(_phone, "STATUS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_with_a_payment_under_way_waits_for_its_outcome()
    {
        var other = NewPhone();
        await OrderAsync();
        await AskAsync(other, "ADD BEANS-1KG");
        await AskAsync(other, "CHECKOUT");
        await ExecuteAsync("""
            insert into payment_transactions (store_id, order_id, reference, amount, currency)
            select store_id, id, id::text, total_amount, currency from orders where customer_phone = $1
            """, _phone);

        await ExecuteAsync("update orders set expires_at = now() where customer_phone = any($1)", (object)new[] { _phone, other });
        await ExpiredAsync(other);

        Assert.Equal("pending", await ValueAsync<string>("select status from orders where customer_phone = $1", _phone));
        await ExecuteAsync("update payment_transactions set status = 'failed' where order_id = (select id from orders where customer_phone = $1)", _phone);
        await ExpiredAsync(_phone);
    }

    private async Task OrderAsync()
    {
        await AskAsync(_phone, "ADD BEANS-1KG 5");
        await AskAsync(_phone, "CHECKOUT");
    }

    private Task ExpiredAsync(string phone) => WaitUntil.TrueAsync(
        "the order has run out", () => ValueAsync<bool>("select status = 'expired' from orders where customer_phone = $1", phone), Cancel);

    private Task<decimal> StockAsync() => ValueAsync<decimal>("select stock_quantity from products where sku = 'BEANS-1KG'");
}
