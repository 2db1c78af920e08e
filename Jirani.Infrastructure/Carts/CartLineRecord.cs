namespace Jirani.Infrastructure.Carts;

/// <summary>A row of cart_items as screens read it.</summary>
internal sealed class CartLineRecord
{
    public Guid CartId { get; init; }

    public Guid ProductId { get; init; }
}
