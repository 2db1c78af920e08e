using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Catalogue;

public sealed class ProductQueries(OwnerDatabase database)
{
    private const int Most = 200;

    /// <summary>What a store sells now, by name; at most 200.</summary>
    public Task<List<ProductRow>> OnSaleAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Set<ProductRecord>()
            .Where(product => product.StoreId == storeId && product.IsActive)
            .OrderBy(product => product.Name).ThenBy(product => product.Sku)
            .Take(Most)
            .Select(product => new ProductRow(product.Id, product.Sku, product.Name, product.Price, product.StockQuantity))
            .ToListAsync(cancellation),
        cancellationToken);
}
