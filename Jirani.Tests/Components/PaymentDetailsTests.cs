using Bunit;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Payments;

namespace Jirani.Tests.Components;

/// <summary>One payment and what can be done about it.</summary>
public sealed class PaymentDetailsTests : PaymentTest
{
    private readonly List<(decimal Amount, string? Reason)> _refunds = [];
    private readonly List<ReviewChoice> _decisions = [];

    [Fact]
    public void Late_money_is_explained_and_each_way_out_names_its_deed()
    {
        var pane = Draw(Story(Reviewed, ReviewReason.OrderClosed));

        Assert.Contains("42 m after order #1041 had expired", pane.Markup, StringComparison.Ordinal);
        Assert.Contains("1 × Rice 5 kg is still in stock (9)", pane.Markup, StringComparison.Ordinal);
        Assert.Equal("Reopen #1041 and tell Otieno", pane.Find(".main").TextContent);
        pane.FindAll("input[type=radio]")[1].Change(true);
        Assert.Equal("Give KES 1,250 back", pane.Find(".main").TextContent);
        pane.Find(".main").Click();
        Assert.Equal([ReviewChoice.GiveBack], _decisions);
    }

    [Theory]
    [InlineData(ReviewReason.WrongAmount, "KES 1,250 was asked for")]
    [InlineData(ReviewReason.WrongCurrency, "which is in KES")]
    [InlineData(ReviewReason.WrongReference, "the reference of something else")]
    [InlineData(ReviewReason.PaidTwice, "owed back")]
    public void Money_that_is_not_the_orders_cannot_reopen_it(ReviewReason reason, string words)
    {
        var pane = Draw(Story(Reviewed, reason));

        Assert.Contains(words, pane.Find(".review").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, pane.FindAll("input[type=radio]").Count);
        Assert.Equal("Decide later", pane.Find(".main").TextContent);
    }

    [Theory]
    [InlineData("900", "There is KES 835 to give back, not more.")]
    [InlineData("0", "Give back more than nothing.")]
    [InlineData("-5", "Write the amount in figures, such as 250.")]
    [InlineData("many", "Write the amount in figures, such as 250.")]
    [InlineData("1.005", "There are two figures after the point at most.")]
    public void A_refund_that_cannot_be_says_why_at_its_field(string amount, string fault)
    {
        var pane = Draw(Story(Paid));
        pane.FindAll(".foot button")[1].Click();

        pane.Find("#refund-amount").Change(amount);
        pane.Find("form").Submit();

        Assert.Equal(fault, pane.Find(".fault").TextContent);
        Assert.Empty(_refunds);
    }

    [Fact]
    public void A_refund_is_asked_once_more_before_it_goes()
    {
        var pane = Draw(Story(Paid));
        pane.FindAll(".foot button")[1].Click();
        Assert.Equal("835", pane.Find("#refund-amount").GetAttribute("value"));

        pane.Find("#refund-amount").Change("400.50");
        pane.Find("#refund-reason").Change(" One bag was torn ");
        pane.Find("form").Submit();
        Assert.Empty(_refunds);
        Assert.Contains("Give KES 400.50 back to 0733 905 117?", pane.Find(".ask").TextContent, StringComparison.Ordinal);
        pane.Find(".sure").Click();

        Assert.Equal([(400.50m, "One bag was torn")], _refunds);
        Assert.Empty(pane.FindAll(".refund"));
    }

    [Fact]
    public void Shillings_without_cents_have_none_to_give_back()
    {
        var checks = new RefundFormValidator(32000, new Jirani.Domain.Currency("UGX")).Validate(new RefundForm { Amount = "1,000.50" });

        Assert.Equal("UGX has no cents.", Assert.Single(checks.Errors).ErrorMessage);
    }

    [Fact]
    public void Whoever_may_only_see_reads_why_there_is_no_button()
    {
        foreach (var story in new[] { Story(Paid, rights: PaymentRights.See), Story(Reviewed, ReviewReason.OrderClosed, PaymentRights.See) })
        {
            var pane = Draw(story);

            Assert.Contains("Only the owner of the store", pane.Find(".foot").TextContent, StringComparison.Ordinal);
            Assert.Empty(pane.FindAll(".foot button, input[type=radio]"));
        }
    }

    [Fact]
    public void Cash_is_given_back_but_nobody_is_asked_about_it() =>
        Assert.Equal(["Refund"], Draw(Story(Paid, provider: PaymentProvider.Cash)).FindAll(".foot button").Select(button => button.TextContent));

    [Fact]
    public void A_payment_that_failed_can_be_asked_about_and_says_that_no_money_was_taken()
    {
        var pane = Draw(Story(new PaymentFacts { Status = PaymentStatus.Failed, FailureReason = "wrong_pin" }));

        Assert.Contains("No money was taken", pane.Markup, StringComparison.Ordinal);
        Assert.Equal(["Ask Flutterwave now"], pane.FindAll(".foot button").Select(button => button.TextContent));
    }

    private IRenderedComponent<PaymentDetails> Draw(PaymentStory story) => Render<PaymentDetails>(parameters => parameters
        .Add(view => view.Story, story)
        .Add(view => view.Country, "KE")
        .Add(view => view.Time, Time)
        .Add(view => view.RefundAsked, _refunds.Add)
        .Add(view => view.DecisionAsked, _decisions.Add));
}
