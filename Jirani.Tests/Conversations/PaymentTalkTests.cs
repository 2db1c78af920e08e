using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class PaymentTalkTests
{
    private const string Otienos = "254733905117";
    private static readonly PlacedOrder _order = Given.Order();

    [Theory]
    [InlineData("PAY")]
    [InlineData("pay!")]
    public void Without_a_known_network_it_asks_with_buttons_and_the_likely_one_first(string text)
    {
        var decision = Say(text);

        Assert.Empty(decision.Effects);
        Assert.Equal(["Airtel Money", "M-PESA"], decision.Reply!.Choices.Select(choice => choice.Title));
        Assert.Equal($"PAY AIRTEL {Otienos}", decision.Reply.Choices[0].Command);
    }

    [Theory]
    [InlineData("PAY MPESA")]
    [InlineData("pay m-pesa")]
    [InlineData("PAY MPESA 254733905117")]
    [InlineData("PAY mpesa 0733 905 117")]
    public void With_a_network_the_prompt_is_sent(string text)
    {
        var decision = Say(text);

        Assert.Equal([new Effect.PaymentAsked(_order.Id, Otienos, "MPESA")], decision.Effects);
        Assert.Contains("M-PESA asks for KES 430 on 0733 905 117", decision.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_the_number_paid_with_before_is_not_asked_for_again()
    {
        var before = new KnownPayment(Given.Id("another order"), PaymentStatus.Succeeded, Otienos, "MPESA", IsLive: false, Given.Noon.AddDays(-3));

        Assert.Equal([new Effect.PaymentAsked(_order.Id, Otienos, "MPESA")], Say("PAY", payments: before).Effects);
    }

    [Fact]
    public void Another_number_may_pay()
    {
        Assert.Equal(
            [new Effect.PaymentAsked(_order.Id, "254722418093", "MPESA")], Say("PAY M-PESA +254 722 418 093").Effects);
        Assert.Contains("is no number", Say("PAY MPESA 12345").Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_without_a_number_is_asked_for_one()
    {
        var decision = Say("PAY", session: "wa:KE.abc");

        Assert.Empty(decision.Effects);
        Assert.Contains("Which number pays", decision.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_that_is_just_on_its_way_is_not_sent_again()
    {
        var live = new KnownPayment(_order.Id, PaymentStatus.Pending, Otienos, "MPESA", IsLive: true, Given.Noon.AddSeconds(-10));

        Assert.Empty(Say("PAY MPESA", payments: live).Effects);
        Assert.Single(Say("PAY MPESA", payments: live with { BegunAt = Given.Noon.AddMinutes(-2) }).Effects);
        Assert.Single(Say("PAY AIRTEL", payments: live).Effects);
    }

    [Theory]
    [InlineData(OrderStatus.Processing, "paid already")]
    [InlineData(OrderStatus.Cancelled, "cancelled")]
    [InlineData(OrderStatus.Expired, "ended")]
    public void What_is_not_to_be_paid_is_said_and_nothing_is_begun(OrderStatus status, string word)
    {
        var decision = Say("PAY MPESA", Given.Order(status: status));

        Assert.Empty(decision.Effects);
        Assert.Contains(word, decision.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_provider_asks_on_its_own_page_the_link_is_enough()
    {
        var decision = Say("PAY", store: Given.Store() with { PaysOnProvidersPage = true });

        Assert.Contains("/api/payments/initiate?order=", decision.Reply!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I paid")]
    [InlineData("I've paid!")]
    [InlineData("i have already paid")]
    [InlineData("PAID")]
    public void Who_says_that_they_paid_is_answered_from_the_record(string text)
    {
        var waiting = new KnownPayment(_order.Id, PaymentStatus.Pending, Otienos, "MPESA", IsLive: true, Given.Noon.AddMinutes(-2));

        Assert.Equal([new Effect.PaymentQuestioned(_order.Id)], Say(text, payments: waiting).Effects);
        Assert.Contains("No payment", Say(text).Reply!.Text, StringComparison.Ordinal);
        Assert.Contains("kept safe", Say(text, payments: waiting with { Status = PaymentStatus.Review }).Reply!.Text, StringComparison.Ordinal);
        Assert.Contains("is paid", Say(text, Given.Order(status: OrderStatus.Processing)).Reply!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pay the rent for me please and thank you very much")]
    [InlineData("PAY 0722 tomorrow")]
    [InlineData("I paid the boda man")]
    public void A_sentence_that_only_begins_like_it_is_for_a_person(string text)
    {
        Assert.IsType<CustomerCommand.Unrecognised>(CommandReader.Read(text));
    }

    private static Decision Say(
        string text, PlacedOrder? order = null, string session = Given.OtienosSession, Storefront? store = null, params KnownPayment[] payments) =>
        Dialogue.Decide(
            store ?? Given.Store(),
            new Shopper { CustomerId = Given.Id("otieno"), SessionId = session, IsOptedIn = true, LatestOrder = order ?? _order, Payments = payments },
            Given.Shelf(), new IncomingMessage(1, MessageKind.Text, text, Given.Noon, Given.Noon), Given.Noon);
}
