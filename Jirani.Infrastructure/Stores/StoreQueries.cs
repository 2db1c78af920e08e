using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Stores;

public sealed class StoreQueries(OwnerDatabase database)
{
    /// <summary>The stores this owner belongs to, by name.</summary>
    public Task<List<StoreRow>> MineAsync(Guid ownerId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => db.Set<StoreRecord>()
            .OrderBy(store => store.Name)
            .Select(store => new StoreRow(store.Id, store.StoreSlug, store.Name, store.Currency, store.Country, store.TimeZone))
            .ToListAsync(cancellation),
        cancellationToken);
}
