using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

/// <summary>Money that came and does not simply pay its order.</summary>
public sealed class ReviewTests(QuickMoney served) : PaymentFlowTest(served.App), IClassFixture<QuickMoney>
{
    [Theory]
    [InlineData("""{"isWrongAmount":true}""", "wrong_amount")]
    [InlineData("""{"isWrongCurrency":true}""", "wrong_currency")]
    public async Task Money_of_another_amount_or_currency_waits_for_a_person_in_suspense(string fault, string reason)
    {
        var order = await PlaceAsync();
        await ScriptAsync(System.Text.Json.Nodes.JsonNode.Parse(fault)!);
        var payment = await PayAsync(order);

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "review");

        Assert.Equal(reason, await ReasonAsync(payment));
        Assert.Equal("pending", await OrderStatusAsync(order));
        Assert.Equal(0, await BookedAsync(payment, "sales"));
        Assert.NotEqual(0, await BookedAsync(payment, "suspense"));
        Assert.Contains("kept safe", await LastTextAsync(), StringComparison.Ordinal);
        Assert.NotNull(await Service<ReviewService>().ReopenAsync(await OwnerAsync(), payment, Cancel));
    }

    [Fact]
    public async Task A_second_success_for_one_order_is_due_back_and_pays_nothing()
    {
        var order = await PlaceAsync();
        var first = await PayAsync(order);
        var second = await PayInsteadAsync(order, first);

        await DecideAsync(first, "approve");
        await BecomesAsync(first, "succeeded");
        await DecideAsync(second, "approve");
        await BecomesAsync(second, "review");

        Assert.Equal("paid_twice", await ReasonAsync(second));
        Assert.Equal((-360m, -360m), (await BookedAsync(first, "sales"), await BookedAsync(second, "suspense")));
        Assert.Null(await Service<ReviewService>().GiveBackAsync(await OwnerAsync(), second, Cancel));
        await WaitUntil.TrueAsync("it went back", () => ValueAsync<bool>("select refunded_amount = 360 from payment_transactions where id = $1", second), TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal((0m, "processing"), (await BookedAsync(second, "suspense"), await OrderStatusAsync(order)));
    }

    [Fact]
    public async Task Money_for_an_order_that_had_run_out_may_still_pay_it_once()
    {
        var (order, payment) = await LateAsync();

        var answers = await Task.WhenAll(Reopen(payment), Reopen(payment));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(("processing", "succeeded"), (await OrderStatusAsync(order), await StatusAsync(payment)));
        Assert.Equal((-360m, 0m), (await BookedAsync(payment, "sales"), await BookedAsync(payment, "suspense")));
        Assert.Contains("is paid and being packed", await LastTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopening_takes_the_stock_again_and_is_refused_where_it_is_gone()
    {
        var (order, payment) = await LateAsync();
        var stock = await ValueAsync<decimal>("select stock_quantity from products where sku = 'SUGAR-1KG' and store_id = (select store_id from orders where id = $1)", order);
        await ExecuteAsync("update products set stock_quantity = 1 where sku = 'SUGAR-1KG' and store_id = (select store_id from orders where id = $1)", order);

        var refusal = await Reopen(payment);
        await ExecuteAsync("update products set stock_quantity = $2 where sku = 'SUGAR-1KG' and store_id = (select store_id from orders where id = $1)", order, stock);

        Assert.Contains("in stock", refusal, StringComparison.Ordinal);
        Assert.Equal(("expired", "review"), (await OrderStatusAsync(order), await StatusAsync(payment)));
        Assert.Null(await Reopen(payment));
        Assert.Equal(stock - 2, await ValueAsync<decimal>("select stock_quantity from products where sku = 'SUGAR-1KG' and store_id = (select store_id from orders where id = $1)", order));
    }

    [Fact]
    public async Task Nobody_but_the_stores_owner_decides()
    {
        var (_, payment) = await LateAsync();
        var stranger = await ValueAsync<Guid>("select user_id from store_settings where store_slug = $1", Cast.NakatoFresh.Slug);

        Assert.NotNull(await Service<ReviewService>().ReopenAsync(stranger, payment, Cancel));
        Assert.NotNull(await Service<ReviewService>().GiveBackAsync(stranger, payment, Cancel));
        Assert.Equal("review", await StatusAsync(payment));
    }

    [Fact]
    public async Task Without_an_answer_for_a_day_it_counts_as_failed_and_a_success_that_still_comes_counts()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);
        await ExecuteAsync("update payment_transactions set created_at = now() - interval '25 hours', poll_at = now() where id = $1", payment);
        await BecomesAsync(payment, "failed");
        Assert.Equal("no_answer", await ReasonAsync(payment));

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");

        Assert.Equal("processing", await OrderStatusAsync(order));
    }

    private async Task<string?> Reopen(Guid payment) => await Service<ReviewService>().ReopenAsync(await OwnerAsync(), payment, Cancel);

    /// <summary>An order that ran out, and gave its stock back, before its money came.</summary>
    private async Task<(Guid Order, Guid Payment)> LateAsync()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);
        await ExecuteAsync("update payment_transactions set status = 'failed' where id = $1", payment);
        await ExecuteAsync("update orders set expires_at = now() where id = $1", order);
        await WaitUntil.TrueAsync("the order has run out", async () => await OrderStatusAsync(order) == "expired", TimeSpan.FromSeconds(30), Cancel);
        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "review");
        return (order, payment);
    }
}
