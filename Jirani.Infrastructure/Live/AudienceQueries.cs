using System.Diagnostics;
using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Live;

/// <summary>What somebody may hear: of each kind of change, only where they may read what changed.</summary>
public sealed class AudienceQueries(OwnerDatabase database)
{
    private static readonly ILookup<string, ChangeKind> _kinds = Enum.GetValues<ChangeKind>().ToLookup(Permission);
    private static readonly string[] _permissions = [.. _kinds.Select(kinds => kinds.Key)];

    /// <returns>The kinds for each store of this owner. A store that is missing is not theirs, or not there.</returns>
    public Task<Dictionary<Guid, HashSet<ChangeKind>>> HeardByAsync(Guid ownerId, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        async (db, cancellation) =>
        {
            var held = await db.Database
                .SqlQuery<HeldPermission>($"select store as store_id, permission from unnest({_permissions}) permission, my_stores(permission) store")
                .ToListAsync(cancellation);
            return held.GroupBy(one => one.StoreId).ToDictionary(store => store.Key, store => store.SelectMany(one => _kinds[one.Permission]).ToHashSet());
        },
        cancellationToken);

    /// <summary>The one that the policies of the subject's table ask for.</summary>
    private static string Permission(ChangeKind kind) => kind switch
    {
        ChangeKind.Conversation => "inbox.read",
        ChangeKind.Cart or ChangeKind.Order => "orders.read",
        ChangeKind.Product => "catalogue.read",
        ChangeKind.Customer => "customers.read",
        ChangeKind.Channel or ChangeKind.Store => "store.read",
        ChangeKind.Payment => "payments.read",
        _ => throw new UnreachableException(),
    };

    private sealed record HeldPermission(Guid StoreId, string Permission);
}
