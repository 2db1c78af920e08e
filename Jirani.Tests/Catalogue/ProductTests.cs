using Jirani.Domain.Catalogue;
using Jirani.Tests.Support;

namespace Jirani.Tests.Catalogue;

public sealed class ProductTests
{
    [Fact]
    public void What_is_reserved_cannot_be_sold_again()
    {
        var sugar = Given.Sugar(stock: 3);

        sugar.Reserve(2);

        Assert.True(sugar.CanFill(1));
        Assert.False(sugar.CanFill(2));
        Assert.Throws<InvalidOperationException>(() => sugar.Reserve(2));
    }

    [Fact]
    public void Where_stock_is_not_counted_all_can_be_sold()
    {
        var sugar = Given.Sugar(stock: null);

        sugar.Reserve(999);

        Assert.True(sugar.CanFill(999));
        Assert.Null(sugar.Stock);
    }

    [Fact]
    public void What_is_not_on_sale_cannot_be_sold()
    {
        Assert.False(Given.Sugar(isActive: false).CanFill(1));
    }

    [Fact]
    public void Only_whole_steps_are_left_to_sell()
    {
        Assert.Equal(6, Given.Product("SODA", stock: 8, step: 6).MostFillable);
    }

    [Fact]
    public void A_shelf_finds_by_key()
    {
        Assert.Equal("Sugar-1kg", Given.Shelf(Given.Product("Sugar-1kg")).Find(" sugar-1KG\u200b")?.Sku);
    }

    [Fact]
    public void Two_codes_that_look_the_same_break_no_shelf()
    {
        var shelf = Given.Shelf(Given.Product("TEA", price: 1), Given.Product("TEA\u200b", price: 2));

        Assert.Equal(1, shelf.Find("TEA")!.Price);
    }

    [Fact]
    public void Near_products_are_three_at_most_and_on_sale()
    {
        Product[] near = [Given.Product("A", isActive: false), Given.Product("B"), Given.Product("C"), Given.Product("D"), Given.Product("E")];

        Assert.Equal(["B", "C", "D"], Given.ShelfWithNear("x", near).Near("X").Select(product => product.Sku));
    }
}
