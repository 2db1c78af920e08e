using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Amina Nakato", "Amina", "Nakato")]
    [InlineData("  Amina   Grace  Nakato ", "Amina", "Grace Nakato")]
    [InlineData("🌸Amina🌸 Nakato 💯", "Amina", "Nakato")]
    [InlineData("Amina2000", "Amina", "Customer")]
    [InlineData("Wanjiku wa Ng'ang'a", "Wanjiku", "wa Ng'ang'a")]
    [InlineData("Jean-Pierre St. Ange", "Jean-Pierre", "St. Ange")]
    [InlineData("Zoë Müller", "Zoe", "Muller")]
    [InlineData("Ng\u2019ang\u2019a Wanjiku", "Ng'ang'a", "Wanjiku")]
    [InlineData("أمينة نكاتو", "Customer", "Customer")]
    [InlineData("A Nakato", "Customer", "Nakato")]
    [InlineData("😀😀😀", "Customer", "Customer")]
    [InlineData("+254 712 000 111", "Customer", "Customer")]
    [InlineData("'; drop table x", "Customer", "drop table x")]
    [InlineData("-- ..", "Customer", "Customer")]
    [InlineData("", "Customer", "Customer")]
    [InlineData(null, "Customer", "Customer")]
    [InlineData("\ud800Amina\0 Nakato", "Amina", "Nakato")]
    [InlineData("𝓐𝓶𝓲𝓷𝓪 Nakato", "Nakato", "Customer")]
    public void A_name_is_cleaned_to_what_the_API_takes(string? name, string first, string last) =>
        Assert.Equal(new PersonName(first, last), PersonName.From(name));

    [Fact]
    public void Each_part_is_50_letters_at_most()
    {
        var name = PersonName.From($"{new string('a', 80)} {new string('b', 49)} {new string('c', 80)}");

        Assert.Equal((new string('a', 50), new string('b', 49)), (name.First, name.Last));
    }
}
