using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class PayViewTests
{
    [Theory]
    [InlineData(OrderStatus.Pending, PayStep.Before)]
    [InlineData(OrderStatus.Processing, PayStep.Paid)]
    [InlineData(OrderStatus.Shipped, PayStep.Paid)]
    [InlineData(OrderStatus.Delivered, PayStep.Paid)]
    [InlineData(OrderStatus.Cancelled, PayStep.Cancelled)]
    [InlineData(OrderStatus.Expired, PayStep.Expired)]
    [InlineData(OrderStatus.Refunded, PayStep.Refunded)]
    public void Without_an_attempt_the_order_alone_decides(OrderStatus order, PayStep step) => Assert.Equal(step, Of(order).Step);

    [Fact]
    public void What_costs_nothing_is_not_paid() => Assert.Equal(PayStep.NothingToPay, PayView.Of(OrderStatus.Pending, 0, [], Given.Noon).Step);

    [Theory]
    [InlineData(null, 0, PayStep.Starting)]
    [InlineData(null, 2, PayStep.NotKnown)]
    [InlineData("pending", 0, PayStep.Waiting)]
    [InlineData("pending", 9, PayStep.Waiting)]
    [InlineData("pending", 10, PayStep.NotKnown)]
    public void A_prompt_is_only_said_to_be_on_the_phone_where_the_provider_said_so_a_short_while_ago(string? providerStatus, int minutes, PayStep step)
    {
        var view = Of(OrderStatus.Pending, Given.Attempt(providerStatus: providerStatus, at: Given.Noon.AddMinutes(-minutes)));

        Assert.Equal(step, view.Step);
        Assert.True(view.IsMoving);
        Assert.False(view.CanBegin);
        Assert.False(view.IsNothingTaken);
    }

    [Fact]
    public void A_page_of_the_provider_is_gone_on_to_for_as_long_as_the_attempt_is_open() =>
        Assert.Equal(PayStep.Redirect, Of(OrderStatus.Pending, Given.Attempt(at: Given.Noon.AddHours(-3)) with { CheckoutUrl = new Uri("https://pay.test/1") }).Step);

    [Theory]
    [InlineData("wrong_pin", "failed", PayStep.Failed, true)]
    [InlineData("refused", null, PayStep.Failed, true)]
    [InlineData("code 51", "failed", PayStep.Failed, true)]
    [InlineData("no_answer", "failed", PayStep.NoAnswer, true)]
    [InlineData("no_answer", "pending", PayStep.NoAnswer, false)]
    [InlineData("no_answer", null, PayStep.NoAnswer, false)]
    public void No_money_was_taken_only_where_the_providers_last_word_says_so(string reason, string? providerStatus, PayStep step, bool isNothingTaken)
    {
        var view = Of(OrderStatus.Pending, Given.Attempt(PaymentStatus.Failed, providerStatus) with { FailureReason = reason });

        Assert.Equal(step, view.Step);
        Assert.True(view.CanBegin);
        Assert.Equal(isNothingTaken, view.IsNothingTaken);
    }

    [Fact]
    public void A_failure_proves_nothing_while_an_earlier_attempt_is_open()
    {
        var earlier = Given.Attempt(at: Given.Noon.AddMinutes(-5)) with { IsSuperseded = true };

        var view = Of(OrderStatus.Pending, earlier, Given.Attempt(PaymentStatus.Failed, "failed"));

        Assert.Equal(PayStep.Failed, view.Step);
        Assert.True(view.IsAnotherOpen);
        Assert.False(view.IsNothingTaken);
    }

    [Fact]
    public void An_attempt_that_was_superseded_is_not_spoken_of_until_it_succeeds()
    {
        var earlier = Given.Attempt(at: Given.Noon.AddMinutes(-5)) with { IsSuperseded = true };
        var newest = Given.Attempt(at: Given.Noon.AddMinutes(-1));

        Assert.Equal(newest, Of(OrderStatus.Pending, earlier, newest).Attempt);
        Assert.Equal(PayStep.Paid, Of(OrderStatus.Pending, earlier with { Status = PaymentStatus.Succeeded }, newest).Step);
    }

    [Fact]
    public void Cash_is_told_apart() =>
        Assert.Equal(PayStep.PaidInCash, Of(OrderStatus.Processing, Given.Attempt(PaymentStatus.Succeeded) with { Provider = PaymentProvider.Cash }).Step);

    [Theory]
    [InlineData(OrderStatus.Pending)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Cancelled)]
    public void Money_that_does_not_fit_is_the_shops_to_look_at(OrderStatus order) =>
        Assert.Equal(PayStep.Review, Of(order, Given.Attempt(PaymentStatus.Review, "succeeded")).Step);

    [Fact]
    public void A_second_payment_leaves_a_paid_order_paid_and_is_mentioned()
    {
        var view = Of(OrderStatus.Processing, Given.Attempt(PaymentStatus.Succeeded), Given.Attempt(PaymentStatus.Review, "succeeded"));

        Assert.Equal(PayStep.Paid, view.Step);
        Assert.True(view.IsAnotherInReview);
    }

    [Fact]
    public void An_order_that_closed_says_that_its_prompt_is_still_open() =>
        Assert.True(Of(OrderStatus.Cancelled, Given.Attempt()) is { Step: PayStep.Cancelled, IsAnotherOpen: true, CanReplace: false });

    private static PayView Of(OrderStatus order, params PayAttempt[] attempts) => PayView.Of(order, 430, attempts, Given.Noon);
}
