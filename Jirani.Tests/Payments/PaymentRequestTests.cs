using System.Text;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

public sealed class PaymentRequestTests
{
    private static readonly PublicOrder _order = OrderOfLink.Of(total: 100);

    [Theory]
    [InlineData("100")]
    [InlineData("100.0")]
    [InlineData("1e2")]
    [InlineData("\"100\"")]
    [InlineData("\"100.00\"")]
    public void An_amount_is_compared_by_what_it_is_worth(string amount) => Assert.Null(Read(amount).Difference(_order));

    [Theory]
    [InlineData("99.99")]
    [InlineData("100.001")]
    [InlineData("-100")]
    [InlineData("1e400")]
    [InlineData("\"100,00\"")]
    [InlineData("\"KES 100\"")]
    [InlineData("null")]
    [InlineData("[100]")]
    [InlineData("true")]
    public void Another_amount_is_refused_in_a_sentence(string amount) => Assert.Contains("KES 100", Read(amount).Difference(_order), StringComparison.Ordinal);

    [Fact]
    public void Another_order_or_store_is_refused()
    {
        var fitting = Read("100");

        Assert.Contains("orderId", (fitting with { OrderId = Given.Id("another") }).Difference(_order), StringComparison.Ordinal);
        Assert.Contains("storeId", (fitting with { StoreId = null }).Difference(_order), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"amount\":100")]
    [InlineData("order=1")]
    public void What_is_no_object_is_not_read(string body) => Assert.Null(PaymentRequest.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Texts_come_as_they_are_but_for_what_no_database_keeps()
    {
        var read = PaymentRequest.Read("""{"customerName":"O\u0000tieno","customerPhone":254712000111,"network":["MPESA"],"more":{"a":1}}"""u8.ToArray());

        Assert.Equal(new PayerChoice { Name = "Otieno", Phone = "254712000111" }, read?.Choice);
    }

    private static PaymentRequest Read(string amount) =>
        PaymentRequest.Read(Encoding.UTF8.GetBytes($$"""{"storeId":"{{_order.StoreId}}","orderId":"{{_order.Id}}","amount":{{amount}}}"""))!;
}
