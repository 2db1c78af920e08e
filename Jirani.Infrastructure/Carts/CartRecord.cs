namespace Jirani.Infrastructure.Carts;

/// <summary>A row of cart_sessions as screens read it.</summary>
internal sealed class CartRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public required string Status { get; init; }
}
