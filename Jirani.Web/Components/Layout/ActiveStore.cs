using Jirani.Infrastructure.Stores;
using Jirani.Web.Identity;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Layout;

/// <summary>The store this circuit shows. The browser may wish for any; only the owner's own are ever found.</summary>
public sealed class ActiveStore(StoreQueries stores, CurrentOwner owner, IJSRuntime browser)
{
    private const string Key = "active_store_id";

    public event Action? Changed;

    public IReadOnlyList<StoreRow> Mine { get; private set; } = [];

    /// <summary>Null before the first load, and for an owner without a store.</summary>
    public StoreRow? Current { get; private set; }

    /// <summary>In which the shop tells its times.</summary>
    public TimeZoneInfo Zone => Current is { } store && TimeZoneInfo.TryFindSystemTimeZoneById(store.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <param name="slug">Of the address; it wins over what the browser remembers. Null leaves what is chosen.</param>
    public async Task LoadAsync(string? slug, CancellationToken cancellationToken)
    {
        if (Current is not null && (slug is null || slug == Current.Slug))
        {
            return;
        }

        Mine = await stores.MineAsync(await owner.IdAsync(), cancellationToken);
        var remembered = await browser.InvokeAsync<string?>("localStorage.getItem", cancellationToken, Key);
        await ChooseAsync(
            Mine.FirstOrDefault(store => store.Slug == slug)
            ?? Mine.FirstOrDefault(store => store.Id.ToString() == remembered)
            ?? (Mine is [var first, ..] ? first : null),
            cancellationToken);
    }

    /// <summary>A record was opened: its own store is the active one.</summary>
    public Task FollowAsync(Guid storeId, CancellationToken cancellationToken) =>
        ChooseAsync(Mine.FirstOrDefault(store => store.Id == storeId), cancellationToken);

    private async Task ChooseAsync(StoreRow? store, CancellationToken cancellationToken)
    {
        if (store is null || store == Current)
        {
            return;
        }

        Current = store;
        await browser.InvokeVoidAsync("localStorage.setItem", cancellationToken, Key, store.Id.ToString());
        Changed?.Invoke();
    }
}
