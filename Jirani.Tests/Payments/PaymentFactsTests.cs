using Jirani.Domain.Payments;

namespace Jirani.Tests.Payments;

public sealed class PaymentFactsTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, PaymentStanding.Waiting)]
    [InlineData(2, PaymentStanding.Waiting)]
    [InlineData(4, PaymentStanding.Unknown)]
    [InlineData(null, PaymentStanding.Unknown)]
    public void A_prompt_is_waited_for_as_long_as_it_can_stand_on_a_phone(int? minutes, PaymentStanding standing) => Assert.Equal(
        standing, new PaymentFacts { Status = PaymentStatus.Pending, PromptedAt = minutes is { } ago ? _now.AddMinutes(-ago) : null }.Standing(_now));

    [Theory]
    [InlineData(0, 0, PaymentStanding.Paid, 835)]
    [InlineData(0, 300, PaymentStanding.Returning, 535)]
    [InlineData(300, 0, PaymentStanding.PartlyRefunded, 535)]
    [InlineData(300, 535, PaymentStanding.Returning, 0)]
    [InlineData(835, 0, PaymentStanding.Refunded, 0)]
    public void What_came_can_be_given_back_once(decimal refunded, decimal returning, PaymentStanding standing, decimal refundable)
    {
        var facts = new PaymentFacts { Status = PaymentStatus.Succeeded, Captured = 835, Refunded = refunded, Returning = returning };

        Assert.Equal((standing, refundable), (facts.Standing(_now), facts.Refundable));
    }

    [Fact]
    public void Money_in_review_goes_back_only_by_its_decision()
    {
        var open = new PaymentFacts { Status = PaymentStatus.Review, Captured = 1250 };
        var decided = open with { Resolution = "refunded" };

        Assert.Equal((true, 0m), (open.AwaitsDecision, open.Refundable));
        Assert.Equal((false, 1250m), (decided.AwaitsDecision, decided.Refundable));
    }

    [Theory]
    [InlineData(PaymentStatus.Pending)]
    [InlineData(PaymentStatus.Failed)]
    public void Where_no_money_came_none_goes_back(PaymentStatus status) => Assert.Equal(0, new PaymentFacts { Status = status }.Refundable);
}
