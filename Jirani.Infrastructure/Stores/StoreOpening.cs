using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Stores;

/// <summary>Opens a store for an owner, who is made where nobody signs in with that address yet.</summary>
public sealed class StoreOpening(ServiceDatabase database, UserManager<User> users)
{
    private const string IsTaken = "select exists (select from store_settings where store_slug = $1)";

    private const string Open = """
        insert into store_settings (user_id, store_slug, name, currency, country, time_zone)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (store_slug) do nothing
        returning id
        """;

    /// <param name="store">What to open.</param>
    /// <param name="password">Of a new owner; not looked at where the owner exists.</param>
    /// <param name="cancellationToken">Stops it; an owner without a store may stay behind, and is found again.</param>
    public async Task<StoreOpeningOutcome> OpenAsync(NewStore store, string password, CancellationToken cancellationToken)
    {
        if (store.Faults().ToList() is { Count: > 0 } faults)
        {
            return new StoreOpeningOutcome.Refused(faults);
        }

        if (await IsTakenAsync(store.Slug, cancellationToken))
        {
            return new StoreOpeningOutcome.SlugTaken();
        }

        var known = await users.FindByEmailAsync(store.OwnerEmail);
        var owner = known ?? new User { Id = Guid.CreateVersion7(), UserName = store.OwnerEmail, Email = store.OwnerEmail, EmailConfirmed = true };
        if (known is null && await users.CreateAsync(owner, password) is { Succeeded: false } refusal)
        {
            return new StoreOpeningOutcome.Refused([.. refusal.Errors.Select(error => error.Description)]);
        }

        return await InsertAsync(store, owner.Id, cancellationToken) is { } storeId
            ? new StoreOpeningOutcome.Opened(storeId, IsNewOwner: known is null)
            : new StoreOpeningOutcome.SlugTaken();
    }

    private async Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken)
    {
        await using var command = database.Command(IsTaken, Value(slug));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<Guid?> InsertAsync(NewStore store, Guid ownerId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Open, Value(ownerId), Value(store.Slug), Value(store.Name.Trim()), Value(store.Currency), Value(store.Country), Value(store.TimeZone));
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }
}
