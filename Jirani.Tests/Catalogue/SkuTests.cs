using System.Globalization;
using CsCheck;
using Jirani.Domain;

namespace Jirani.Tests.Catalogue;

public sealed class SkuTests
{
    [Theory]
    [InlineData("sugar-1kg")]
    [InlineData(" Sugar-1KG ")]
    [InlineData("SUGAR\u200b-1KG\u00ad")]
    [InlineData("\u202eSUGAR-1KG\u202c")]
    public void Case_space_around_and_invisible_characters_do_not_matter(string sku)
    {
        Assert.Equal("SUGAR-1KG", Sku.Key(sku));
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_one()
    {
        Assert.Equal(Sku.Key("caf\u00e9"), Sku.Key("cafe\u0301"));
    }

    [Fact]
    public void Look_alikes_of_other_scripts_stay_apart()
    {
        Assert.NotEqual(Sku.Key("TEA"), Sku.Key("ТЕА"));
    }

    [Fact]
    public void The_servers_culture_does_not_matter()
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");

            Assert.Equal("MILK", Sku.Key("milk"));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void Any_text_has_a_key_and_the_key_is_its_own()
    {
        Gen.String.Sample(text => Sku.Key(Sku.Key(text)) is { } key && !key.Contains('\u200b', StringComparison.Ordinal));
    }
}
