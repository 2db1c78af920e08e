using CsCheck;
using Jirani.Domain;
using Jirani.Domain.Carts;
using Jirani.Tests.Support;

namespace Jirani.Tests.Carts;

public sealed class CartTests
{
    [Theory]
    [InlineData("KES", 3, "33.33", "99.99")]
    [InlineData("KES", 0.5, "0.25", "0.13")]
    [InlineData("UGX", 0.5, "4501", "2251")]
    [InlineData("UGX", 3, "4500", "13500")]
    public void A_line_is_rounded_half_up_to_its_currency(string currency, double quantity, string price, string total)
    {
        var line = new CartLine(Given.Product("X", step: 0.5m), (decimal)quantity, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), line.Total(new Currency(currency)).Amount);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_rounded_lines()
    {
        var lines = Gen.Select(Gen.Int[1, 999_000], Gen.Int[0, 1_000_000]).Array[0, 20];

        lines.Sample(drawn =>
        {
            var cart = new Cart(drawn.Select((line, n) => Given.Line(Given.Product($"P{n}", price: line.Item2 / 100m), line.Item1 / 1000m)));
            return cart.Total(Given.Shillings).Amount == cart.Lines.Sum(line => line.Total(Given.Shillings).Amount)
                && decimal.Round(cart.Total(Given.Shillings).Amount, 2) == cart.Total(Given.Shillings).Amount;
        });
    }

    [Fact]
    public void Lines_keep_the_order_in_which_they_were_added()
    {
        var cart = new Cart();
        cart.Add(Given.Sugar(), 1);
        cart.Add(Given.Milk(), 1);
        cart.Add(Given.Sugar(), 1);

        Assert.Equal(["SUGAR-1KG", "MILK-500ML"], cart.Lines.Select(line => line.Product.Sku));
    }
}
