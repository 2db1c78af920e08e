using Jirani.Domain.Carts;
using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Carts;

public sealed class OwnerCartTests
{
    [Fact]
    public void What_the_owner_adds_comes_on_top_and_the_customer_reads_who_did_it_and_what_it_costs_now()
    {
        var made = Assert.IsType<CartChange.Made>(Of(Given.Line(Given.Sugar(), 1)).Add(Given.Sugar(), 2));

        Assert.Equal("Mama Njeri put 2 × Sugar 1 kg into your cart.\nCart total: KES 540\nCHECKOUT orders it.", made.Told);
        Assert.Equal(new Effect.CartLineSet(Given.Sugar().Id, 3, 180), made.Effect);
    }

    [Fact]
    public void What_the_owner_takes_out_is_gone_as_a_whole_and_the_customer_is_told()
    {
        var made = Assert.IsType<CartChange.Made>(Of(Given.Line(Given.Sugar(), 3)).Remove(Given.Sugar()));

        Assert.Equal("Mama Njeri took Sugar 1 kg out of your cart.\nYour cart is empty now.", made.Told);
        Assert.Equal(new Effect.CartLineRemoved(Given.Sugar().Id), made.Effect);
    }

    [Theory]
    [InlineData(0, "Say how many")]
    [InlineData(-1, "Say how many")]
    [InlineData(0.5, "in steps of 1")]
    [InlineData(1000, "At most 999")]
    [InlineData(11, "Only 10 × Sugar 1 kg left")]
    public void What_a_customer_could_not_add_an_owner_cannot_add_either(decimal quantity, string reason)
    {
        var refused = Assert.IsType<CartChange.Refused>(Of().Add(Given.Sugar(stock: 10), quantity));

        Assert.Contains(reason, refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_sold_out_or_not_on_sale_is_refused()
    {
        Assert.IsType<CartChange.Refused>(Of().Add(Given.Sugar(stock: 0), 1));
        Assert.IsType<CartChange.Refused>(Of().Add(Given.Sugar(isActive: false), 1));
    }

    [Fact]
    public void What_is_no_longer_in_the_cart_cannot_be_taken_out() =>
        Assert.IsType<CartChange.Refused>(Of(Given.Line(Given.Milk())).Remove(Given.Sugar()));

    private static OwnerCart Of(params CartLine[] lines) => new("Mama Njeri", Given.Shillings, new Cart(lines));
}
