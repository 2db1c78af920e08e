using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class PaymentDecisionTests
{
    private const string Reference = "jir0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_success_of_the_exact_amount_currency_and_reference_pays_the_order()
    {
        Assert.Equal(new PaymentVerdict.Captured(12.47m), Judge(Payment(), Report() with { Fee = 12.47m }));
    }

    [Fact]
    public void A_fee_with_a_fraction_of_a_cent_is_rounded_to_what_the_books_hold()
    {
        Assert.Equal(new PaymentVerdict.Captured(10.45m), Judge(Payment(), Report() with { Fee = 10.445m }));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(429.99)]
    [InlineData(430.01)]
    [InlineData(431)]
    [InlineData(43_000)]
    public void Another_amount_is_kept_for_a_person_and_pays_nothing(double amount)
    {
        var received = (decimal)amount;

        Assert.Equal(
            new PaymentVerdict.Review(ReviewReason.WrongAmount, new Money(received, Given.Shillings), 0), Judge(Payment(), Report() with { Amount = received }));
    }

    [Fact]
    public void Another_currency_is_kept_for_a_person_in_its_own_currency()
    {
        Assert.Equal(
            new PaymentVerdict.Review(ReviewReason.WrongCurrency, new Money(430, new Currency("UGX")), 0), Judge(Payment(), Report() with { Currency = "UGX" }));
    }

    [Fact]
    public void A_success_that_does_not_say_how_much_is_kept_for_a_person_and_books_nothing()
    {
        Assert.Equal(new PaymentVerdict.Review(ReviewReason.WrongAmount, null, 0), Judge(Payment(), Report() with { Amount = null }));
        Assert.Equal(new PaymentVerdict.Review(ReviewReason.WrongCurrency, null, 0), Judge(Payment(), Report() with { Currency = null }));
    }

    [Theory]
    [InlineData("jirffffffffffffffffffffffffffffffff")]
    [InlineData(null)]
    public void Another_reference_pays_nothing_whatever_its_amount(string? reference)
    {
        Assert.Equal(
            new PaymentVerdict.Review(ReviewReason.WrongReference, new Money(430, Given.Shillings), 0), Judge(Payment(), Report() with { Reference = reference }));
    }

    [Fact]
    public void A_second_success_for_one_order_is_due_back()
    {
        Assert.Equal(
            new PaymentVerdict.Review(ReviewReason.PaidTwice, new Money(430, Given.Shillings), 0),
            Judge(Payment(order: OrderStatus.Processing) with { IsPaidOtherwise = true }, Report()));
    }

    [Theory]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Cancelled)]
    public void Money_for_an_order_that_has_ended_waits_for_a_person(OrderStatus order)
    {
        Assert.Equal(
            new PaymentVerdict.Review(ReviewReason.OrderClosed, new Money(430, Given.Shillings), 0), Judge(Payment(order: order), Report()));
    }

    [Fact]
    public void A_late_success_counts_although_the_payment_had_failed()
    {
        Assert.IsType<PaymentVerdict.Captured>(Judge(Payment(PaymentStatus.Failed), Report()));
    }

    [Theory]
    [InlineData(PaymentStatus.Succeeded)]
    [InlineData(PaymentStatus.Review)]
    public void After_money_came_no_word_of_the_provider_takes_it_back(PaymentStatus status)
    {
        Assert.IsType<PaymentVerdict.Contradiction>(Judge(Payment(status), Report(ChargeStatus.Failed)));
        Assert.IsType<PaymentVerdict.Contradiction>(Judge(Payment(status), Report(ChargeStatus.Voided)));
        Assert.IsType<PaymentVerdict.Nothing>(Judge(Payment(status), Report()));
        Assert.IsType<PaymentVerdict.Nothing>(Judge(Payment(status), Report(ChargeStatus.Pending)));
    }

    [Theory]
    [InlineData("55", FailureReason.WrongPin)]
    [InlineData("51", FailureReason.NoMoney)]
    [InlineData("17", FailureReason.Cancelled)]
    [InlineData("06", "code 06")]
    [InlineData(null, "code unknown")]
    public void A_failure_says_why(string? code, string reason)
    {
        Assert.Equal(new PaymentVerdict.Failed(reason), Judge(Payment(), Report(ChargeStatus.Failed) with { FailureCode = code }));
    }

    [Theory]
    [InlineData(ChargeStatus.Pending)]
    [InlineData(ChargeStatus.Unknown)]
    public void A_word_that_is_neither_success_nor_failure_leaves_it_waiting(ChargeStatus status)
    {
        Assert.IsType<PaymentVerdict.Nothing>(Judge(Payment(), Report(status)));
    }

    [Fact]
    public void Without_an_answer_it_waits_for_a_day_and_then_counts_as_not_answered()
    {
        Assert.IsType<PaymentVerdict.Nothing>(PaymentDecision.Judge(Payment(), null, TimeSpan.FromHours(23.9)));
        Assert.Equal(new PaymentVerdict.Failed(FailureReason.NoAnswer), PaymentDecision.Judge(Payment(), null, TimeSpan.FromHours(24)));
        Assert.IsType<PaymentVerdict.Captured>(PaymentDecision.Judge(Payment(), Report(), TimeSpan.FromHours(30)));
    }

    private static PaymentVerdict Judge(OpenPayment payment, ChargeReport report) => PaymentDecision.Judge(payment, report, TimeSpan.FromMinutes(1));

    private static OpenPayment Payment(PaymentStatus status = PaymentStatus.Pending, OrderStatus order = OrderStatus.Pending) => new()
    {
        Status = status,
        Reference = Reference,
        Amount = new Money(430, Given.Shillings),
        OrderStatus = order,
        IsPaidOtherwise = false,
    };

    private static ChargeReport Report(ChargeStatus status = ChargeStatus.Succeeded) => new()
    {
        ChargeId = "chg_1",
        Reference = Reference,
        Amount = 430.00m,
        Currency = "KES",
        Status = status,
        ProviderStatus = "as the provider says it",
    };
}
