using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class RefundTests(QuickMoney served) : PaymentFlowTest(served.App), IClassFixture<QuickMoney>
{
    [Fact]
    public async Task All_of_it_given_back_makes_the_order_refunded_and_is_told()
    {
        var (order, payment) = await PaidAsync();

        Assert.Null(await RefundAsync(payment, 360));
        await ReturnedAsync(payment, 360);

        Assert.Equal("refunded", await OrderStatusAsync(order));
        Assert.Equal((0m, -10.44m), (await BookedAsync(payment, "sales"), await BookedAsync(payment, "flutterwave_unsettled")));
        Assert.Contains("KES 360", await LastTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_leaves_the_order_as_it_is_and_the_rest_may_follow()
    {
        var (order, payment) = await PaidAsync();

        Assert.Null(await RefundAsync(payment, 100));
        await ReturnedAsync(payment, 100);

        Assert.Equal(("processing", -260m), (await OrderStatusAsync(order), await BookedAsync(payment, "sales")));
        Assert.Contains("KES 260", await RefundAsync(payment, 261), StringComparison.Ordinal);
        Assert.Null(await RefundAsync(payment, 260));
        await ReturnedAsync(payment, 360);
        Assert.Equal("refunded", await OrderStatusAsync(order));
    }

    [Fact]
    public async Task Pressed_many_times_at_once_no_more_goes_back_than_came()
    {
        var (_, payment) = await PaidAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefundAsync(payment, 200)));

        Assert.Single(answers, answer => answer is null);
        await ReturnedAsync(payment, 200);
    }

    [Fact]
    public async Task A_refund_that_fails_at_the_provider_changes_no_book_and_may_be_tried_again()
    {
        await ScriptAsync(new { isRefundFailing = true });
        var (order, payment) = await PaidAsync();

        Assert.Null(await RefundAsync(payment, 360));
        await WaitUntil.TrueAsync("it has failed", () => ValueAsync<bool>(
            "select exists (select from payment_refunds where transaction_id = $1 and status = 'failed')", payment), TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(("processing", -360m), (await OrderStatusAsync(order), await BookedAsync(payment, "sales")));
    }

    [Fact]
    public async Task Another_stores_owner_gives_nothing_back()
    {
        var (_, payment) = await PaidAsync();
        var stranger = await ValueAsync<Guid>("select user_id from store_settings where store_slug = $1", Cast.NakatoFresh.Slug);

        Assert.NotNull(await Service<RefundService>().RefundAsync(stranger, payment, 1, null, Cancel));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from payment_refunds where transaction_id = $1", payment));
    }

    [Fact]
    public async Task Cash_pays_an_order_once_and_may_go_back_in_cash()
    {
        var order = await PlaceAsync();
        var owner = await OwnerAsync();

        var answers = await Task.WhenAll(Service<CashService>().PayAsync(owner, order, Cancel), Service<CashService>().PayAsync(owner, order, Cancel));
        var payment = await ValueAsync<Guid>("select id from payment_transactions where order_id = $1", order);

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(("processing", 360m), (await OrderStatusAsync(order), await BookedAsync(payment, "cash")));
        Assert.Null(await RefundAsync(payment, 360));
        Assert.Equal(("refunded", 0m), (await OrderStatusAsync(order), await BookedAsync(payment, "cash")));
    }

    [Fact]
    public async Task Money_that_comes_after_cash_is_due_back()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);
        Assert.Null(await Service<CashService>().PayAsync(await OwnerAsync(), order, Cancel));

        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "review");

        Assert.Equal("paid_twice", await ReasonAsync(payment));
    }

    [Fact]
    public async Task A_charge_that_was_paid_out_moves_from_unsettled_to_available()
    {
        var (_, payment) = await PaidAsync();

        await WaitUntil.TrueAsync("it is paid out", async () =>
        {
            await AskNowAsync(payment);
            return await ValueAsync<bool>("select settled_at is not null from payment_transactions where id = $1", payment);
        }, TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal((349.56m, 0m), (await BookedAsync(payment, "flutterwave_available"), await BookedAsync(payment, "flutterwave_unsettled")));
    }

    private async Task<string?> RefundAsync(Guid payment, decimal amount) =>
        await Service<RefundService>().RefundAsync(await OwnerAsync(), payment, amount, null, Cancel);

    private Task ReturnedAsync(Guid payment, decimal amount) => WaitUntil.TrueAsync(
        $"{amount} went back", () => ValueAsync<bool>("select refunded_amount = $2 from payment_transactions where id = $1", payment, amount), TimeSpan.FromSeconds(30), Cancel);

    private async Task<(Guid Order, Guid Payment)> PaidAsync()
    {
        var order = await PlaceAsync();
        var payment = await PayAsync(order);
        await DecideAsync(payment, "approve");
        await BecomesAsync(payment, "succeeded");
        return (order, payment);
    }
}
