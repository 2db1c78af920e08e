using CsCheck;
using Jirani.Domain.Messaging;

namespace Jirani.Tests.Messaging;

public sealed class MessageLimitsTests
{
    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var text = new string('x', 4096);

        Assert.Same(text, MessageLimits.Cut(text, MessageLimits.Text));
    }

    [Fact]
    public void One_more_is_cut_with_an_ellipsis()
    {
        Assert.Equal(new string('x', 4095) + "…", MessageLimits.Cut(new string('x', 4097), MessageLimits.Text));
    }

    [Fact]
    public void A_family_is_not_torn_apart()
    {
        Assert.Equal("👩‍👩‍👧‍👦…", MessageLimits.Cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 20));
    }

    [Fact]
    public void Whatever_the_text_the_limit_holds_and_no_pair_is_split()
    {
        var texts = Gen.Select(Gen.OneOf("a", "👩‍👧", "e\u0301", "\u0301", "😀").Array[0, 40], Gen.Int[2, 30]);

        texts.Sample((parts, limit) =>
        {
            var cut = MessageLimits.Cut(string.Concat(parts), limit);
            return cut.Length <= limit && cut.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
        });
    }
}
