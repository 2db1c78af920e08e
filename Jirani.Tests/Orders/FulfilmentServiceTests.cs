using Jirani.Domain.Orders;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Payments;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Orders;

/// <summary>An order on its way, by everybody who may move it and by some who may not.</summary>
public sealed class FulfilmentServiceTests(ServedApp served) : PaymentFlowTest(served.App), IClassFixture<ServedApp>
{
    private static readonly Shipment _juma = new("Juma, KMEA 123", DateTimeOffset.UtcNow.AddHours(2), "https://courier.test/77");

    [Fact]
    public async Task Sent_out_it_is_on_the_way_with_courier_time_and_link_and_the_customer_reads_all_of_it()
    {
        var order = await PaidAsync();

        Assert.Null(await ShipAsync(order));

        Assert.Equal("shipped", await OrderStatusAsync(order));
        Assert.Equal("on_the_way Juma, KMEA 123 https://courier.test/77", await ValueAsync<string>(
            "select d.status || ' ' || d.courier || ' ' || d.tracking_url from deliveries d join orders o on o.id = d.order_id where o.id = $1 and o.delivery_eta = d.eta and o.delivery_status = d.status", order));
        var told = await LastTextAsync();
        Assert.All(["is on the way", "Courier: Juma, KMEA 123", "Expected: ", "https://courier.test/77"], words => Assert.Contains(words, told, StringComparison.Ordinal));
        Assert.Equal(["placed", "paid_in_cash", "shipped"], await KindsAsync(order));
    }

    [Fact]
    public async Task Pressed_many_times_at_once_it_goes_out_once_and_is_told_once()
    {
        var order = await PaidAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ShipAsync(order)));

        Assert.Single(answers, answer => answer is null);
        Assert.All(answers.OfType<string>(), answer => Assert.Contains("on the way already", answer, StringComparison.Ordinal));
        Assert.Equal(1, await ToldAsync("is on the way"));
        Assert.Single(await KindsAsync(order), kind => kind == "shipped");
    }

    [Fact]
    public async Task Delivered_twice_from_two_tabs_it_is_delivered_once()
    {
        var order = await PaidAsync();
        Assert.Null(await ShipAsync(order));
        var owner = await OwnerAsync();

        var answers = await Task.WhenAll(Fulfilment.DeliverAsync(owner, order, Cancel), Fulfilment.DeliverAsync(owner, order, Cancel));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(("delivered", 1L), (await OrderStatusAsync(order), await ToldAsync("is delivered")));
        Assert.Equal("Juma, KMEA 123", await ValueAsync<string>("select courier from deliveries where order_id = $1 and status = 'delivered'", order));
    }

    [Fact]
    public async Task What_is_changed_on_the_way_is_told_and_the_same_again_is_not()
    {
        var order = await PaidAsync();
        Assert.Null(await ShipAsync(order));
        var owner = await OwnerAsync();

        Assert.Null(await Fulfilment.ChangeAsync(owner, order, _juma with { Courier = "Wanjiru" }, Cancel));
        Assert.Null(await Fulfilment.ChangeAsync(owner, order, _juma with { Courier = "Wanjiru" }, Cancel));

        Assert.Equal(1, await ToldAsync("Courier: Wanjiru"));
        Assert.Equal(["placed", "paid_in_cash", "shipped", "delivery_changed"], await KindsAsync(order));
    }

    [Fact]
    public async Task Cancelled_many_times_at_once_its_stock_comes_back_once_and_the_customer_is_told_once()
    {
        var order = await PlaceAsync();
        var reserved = await StockAsync();
        var owner = await OwnerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Fulfilment.CancelAsync(owner, order, Cancel)));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(("cancelled", 2m, 1L), (await OrderStatusAsync(order), await StockAsync() - reserved, await ToldAsync("is cancelled")));
    }

    [Fact]
    public async Task A_paid_order_is_not_cancelled_but_refunded_first()
    {
        var order = await PaidAsync();

        var answer = await Fulfilment.CancelAsync(await OwnerAsync(), order, Cancel);

        Assert.Contains("Give the money back first", answer, StringComparison.Ordinal);
        Assert.Equal(("processing", 0L), (await OrderStatusAsync(order), await ToldAsync("is cancelled")));
    }

    [Fact]
    public async Task Nothing_is_cancelled_while_somebody_may_be_entering_a_pin()
    {
        var order = await PlaceAsync();
        await PayAsync(order);

        Assert.Contains("under way", await Fulfilment.CancelAsync(await OwnerAsync(), order, Cancel), StringComparison.Ordinal);
        Assert.Equal("pending", await OrderStatusAsync(order));
    }

    [Fact]
    public async Task Another_stores_owner_an_unknown_id_and_an_agent_move_nothing()
    {
        var order = await PaidAsync();
        var stranger = await ValueAsync<Guid>("select user_id from store_settings where store_slug = $1", Cast.NakatoFresh.Slug);
        var agent = Guid.NewGuid();
        await ExecuteAsync("insert into store_members (store_id, user_id, role) select store_id, $2, 'agent' from orders where id = $1", order, agent);

        string?[] answers =
        [
            await Fulfilment.ShipAsync(stranger, order, _juma, Cancel), await Fulfilment.DeliverAsync(stranger, order, Cancel),
            await Fulfilment.CancelAsync(stranger, order, Cancel), await Fulfilment.ShipAsync(agent, order, _juma, Cancel),
            await Fulfilment.CancelAsync(agent, order, Cancel), await Fulfilment.ShipAsync(await OwnerAsync(), Guid.NewGuid(), _juma, Cancel),
        ];

        Assert.All(answers, answer => Assert.Contains("is not there, or your role", answer, StringComparison.Ordinal));
        Assert.Equal("processing", await OrderStatusAsync(order));
    }

    [Fact]
    public async Task A_manager_sends_out()
    {
        var order = await PaidAsync();
        var manager = Guid.NewGuid();
        await ExecuteAsync("insert into store_members (store_id, user_id, role) select store_id, $2, 'manager' from orders where id = $1", order, manager);

        Assert.Null(await Fulfilment.ShipAsync(manager, order, _juma, Cancel));
        Assert.Equal(manager, await ValueAsync<Guid>("select actor_user_id from order_events where order_id = $1 and kind = 'shipped'", order));
    }

    [Fact]
    public async Task Of_several_the_one_that_cannot_go_names_itself_and_holds_up_no_other()
    {
        var (first, unpaid, last) = (await PaidAsync(), await PlaceAsync(), await PaidAsync());

        var faults = await Service<FulfilmentRound>().ShipAsync(await OwnerAsync(), [first, unpaid, last, Guid.Empty], _juma, Cancel);

        Assert.Equal([unpaid, Guid.Empty], faults.Select(fault => fault.OrderId));
        Assert.Contains($"#{await ValueAsync<string>("select order_number from orders where id = $1", unpaid)} is not paid yet", faults[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(["shipped", "pending", "shipped"], [await OrderStatusAsync(first), await OrderStatusAsync(unpaid), await OrderStatusAsync(last)]);
    }

    private FulfilmentService Fulfilment => Service<FulfilmentService>();

    private async Task<string?> ShipAsync(Guid order) => await Fulfilment.ShipAsync(await OwnerAsync(), order, _juma, Cancel);

    private async Task<Guid> PaidAsync()
    {
        var order = await PlaceAsync();
        Assert.Null(await Service<CashService>().PayAsync(await OwnerAsync(), order, Cancel));
        return order;
    }

    private Task<decimal> StockAsync() => ValueAsync<decimal>(
        "select p.stock_quantity from products p join store_settings s on s.id = p.store_id where s.store_slug = $1 and p.sku = 'SUGAR-1KG'", Store.Slug);

    private Task<long> ToldAsync(string words) => ValueAsync<long>("""
        select count(*) from messaging_log where customer_phone = $1 and purpose = 'order' and message_payload #>> '{text,body}' like '%' || $2 || '%'
        """, Phone, words);

    private Task<IReadOnlyList<string>> KindsAsync(Guid order) => ListAsync<string>("select kind from order_events where order_id = $1 order by id", order);
}
