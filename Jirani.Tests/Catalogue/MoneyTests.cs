using System.Globalization;
using Jirani.Domain;

namespace Jirani.Tests.Catalogue;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("KES", "360", "KES 360")]
    [InlineData("KES", "1250.00", "KES 1,250")]
    [InlineData("KES", "1250.5", "KES 1,250.50")]
    [InlineData("UGX", "32000", "UGX 32,000")]
    [InlineData("KES", "0", "KES 0")]
    [InlineData("KES", "999999999999.99", "KES 999,999,999,999.99")]
    public void Prints_the_code_and_cents_only_where_there_are_some(string currency, string amount, string text)
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR");

            Assert.Equal(text, new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), new Currency(currency)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Theory]
    [InlineData("KES", "0.005", "0.01")]
    [InlineData("KES", "0.015", "0.02")]
    [InlineData("KES", "-0.005", "-0.01")]
    [InlineData("UGX", "0.5", "1")]
    [InlineData("RWF", "1.5", "2")]
    [InlineData("BIF", "2.5", "3")]
    public void Rounds_half_away_from_zero(string currency, string amount, string rounded)
    {
        Assert.Equal(
            decimal.Parse(rounded, CultureInfo.InvariantCulture),
            new Currency(currency).Round(decimal.Parse(amount, CultureInfo.InvariantCulture)));
    }
}
