namespace Jirani.Domain.Catalogue;

/// <summary>
/// What was looked up for one batch of one store's messages. Cart lines of the batch must hold these same
/// <see cref="Product"/> instances, or two of its decisions could sell the same piece.
/// </summary>
public sealed class Shelf(IEnumerable<Product> products, IReadOnlyDictionary<string, IReadOnlyList<Product>> near)
{
    private const int MostNear = 3;

    // The database may tell two codes apart that look the same; the first one answers.
    private readonly Dictionary<string, Product> _products = products
        .DistinctBy(product => Sku.Key(product.Sku))
        .ToDictionary(product => Sku.Key(product.Sku));

    public Product? Find(string sku) => _products.GetValueOrDefault(Sku.Key(sku));

    /// <summary>Up to three products whose codes or names resemble the one that was asked for.</summary>
    public IReadOnlyList<Product> Near(string sku) =>
        near.TryGetValue(Sku.Key(sku), out var found)
            ? [.. found.Where(product => product.IsActive).Take(MostNear)]
            : [];
}
