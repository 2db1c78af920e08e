using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class PaymentRulesTests
{
    private static readonly Money _paid = new(430, Given.Shillings);

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(99.5)]
    public void What_no_wallet_can_pay_is_said_before_the_provider_is_asked(double total)
    {
        Assert.NotNull(Payability.Fault(Given.Order(total: (decimal)total)));
    }

    [Theory]
    [InlineData(OrderStatus.Processing)]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Refunded)]
    public void Only_an_unpaid_order_is_to_be_paid(OrderStatus status)
    {
        Assert.NotNull(Payability.Fault(Given.Order(status: status)));
        Assert.NotNull(Payability.CashFault(Given.Order(status: status)));
        Assert.Null(Payability.Fault(Given.Order()));
    }

    [Fact]
    public void An_order_sends_ten_prompts_in_an_hour_and_no_more()
    {
        var begun = Enumerable.Range(0, 10).Select(minute => Given.Noon.AddMinutes(minute)).ToArray();

        Assert.Null(Payability.LimitFault(Given.Order(), begun[..9], Given.Noon.AddMinutes(10)));
        Assert.NotNull(Payability.LimitFault(Given.Order(), begun, Given.Noon.AddMinutes(10)));
        Assert.Null(Payability.LimitFault(Given.Order(), begun, Given.Noon.AddMinutes(60)));
    }

    [Fact]
    public void Cash_pays_what_a_wallet_cannot()
    {
        Assert.Null(Payability.CashFault(Given.Order(total: 99.5m)));
        Assert.NotNull(Payability.CashFault(Given.Order(total: 0)));
    }

    [Theory]
    [InlineData(430, 0, 430)]
    [InlineData(430, 400, 30)]
    [InlineData(430, 0, 0.01)]
    public void What_is_left_may_go_back_whole_or_in_part(double captured, double returned, double amount)
    {
        Assert.Null(RefundRules.Fault(PaymentStatus.Succeeded, new Money((decimal)captured, Given.Shillings), (decimal)returned, (decimal)amount));
    }

    [Theory]
    [InlineData(0, 430.01)]
    [InlineData(400, 31)]
    [InlineData(430, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1.001)]
    public void No_more_goes_back_than_came_and_nothing_that_cannot_be_paid(double returned, double amount)
    {
        Assert.NotNull(RefundRules.Fault(PaymentStatus.Succeeded, _paid, (decimal)returned, (decimal)amount));
    }

    [Fact]
    public void A_currency_without_cents_gives_none_back()
    {
        Assert.NotNull(RefundRules.Fault(PaymentStatus.Succeeded, new Money(45_000, new Currency("UGX")), 0, 0.5m));
    }

    [Theory]
    [InlineData(PaymentStatus.Pending)]
    [InlineData(PaymentStatus.Failed)]
    public void A_payment_without_money_gives_none_back(PaymentStatus status)
    {
        Assert.NotNull(RefundRules.Fault(status, null, 0, 1));
    }

    [Fact]
    public void A_payment_is_asked_about_from_half_a_minute_on_ever_more_rarely_for_a_day()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), PollSchedule.Wait(TimeSpan.Zero, 0));
        Assert.True(PollSchedule.Wait(TimeSpan.FromMinutes(5), 3) > PollSchedule.Wait(TimeSpan.FromMinutes(1), 2));
        Assert.Equal(TimeSpan.FromMinutes(30), PollSchedule.Wait(TimeSpan.FromHours(23), 1_000));
        Assert.Null(PollSchedule.Wait(TimeSpan.FromHours(24), 40));
    }

    [Theory]
    [InlineData("0733 905 117")]
    [InlineData("+254733905117")]
    [InlineData("254 733-905-117")]
    [InlineData("00254733905117")]
    [InlineData("733905117")]
    [InlineData("(0733) 905.117")]
    public void A_number_is_read_however_it_is_written(string text)
    {
        Assert.Equal("254733905117", PayerNumber.Parse(text, "KE")?.Digits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("0833905117")]
    [InlineData("07339051177")]
    [InlineData("256772123456")]
    [InlineData("0733 905 117 or 0722")]
    [InlineData("٠٧٣٣٩٠٥١١٧")]
    [InlineData(null)]
    public void What_is_no_number_of_the_country_is_none(string? text)
    {
        Assert.Null(PayerNumber.Parse(text, "KE"));
    }

    [Fact]
    public void A_number_prints_masked_and_is_spoken_whole()
    {
        var payer = PayerNumber.Parse("254733905117", "KE")!.Value;

        Assert.Equal("+254…17", payer.ToString());
        Assert.Equal("0733 905 117", payer.Spoken);
    }

    [Theory]
    [InlineData("KE", "733905117", "AIRTEL")]
    [InlineData("KE", "722418093", "MPESA")]
    [InlineData("KE", "112345678", "MPESA")]
    [InlineData("UG", "772123456", "MTN")]
    [InlineData("UG", "702123456", "AIRTEL")]
    [InlineData("KE", "777123456", null)]
    public void A_prefix_suggests_a_network_where_it_can(string country, string national, string? network)
    {
        Assert.Equal(network, MobileNetworks.Suggested(country, new PayerNumber("254", national))?.Code);
    }

    [Theory]
    [InlineData("mpesa", "MPESA")]
    [InlineData("M-Pesa", "MPESA")]
    [InlineData("airtel money", "AIRTEL")]
    [InlineData("AIRTEL", "AIRTEL")]
    [InlineData("MTN", null)]
    [InlineData("", null)]
    public void A_network_is_known_by_its_code_and_its_name(string written, string? code)
    {
        Assert.Equal(code, MobileNetworks.Named("KE", written)?.Code);
    }
}
