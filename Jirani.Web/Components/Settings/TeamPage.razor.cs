using Jirani.Domain.Stores;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Settings;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Components.Settings;

/// <summary>Who works in the store, and who is invited.</summary>
public sealed partial class TeamPage(TeamService service, ActiveStore stores, CurrentOwner owner, IOptions<PublicSiteOptions> site)
{
    private const string NotYours = "Only the owner of the store changes its team, and never the owner's own place.";

    private TeamView? _team;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private StoreRole _role = StoreRole.Agent;
    private string? _link;
    private string? _fault;

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    protected override Task OnParametersSetAsync() => RefreshAsync();

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Store;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is { } store)
        {
            Watch(store.Id);
            _time = new ShopTime(Clock.GetUtcNow(), stores.Zone);
            _team = await service.ReadAsync(ownerId, store.Id, cancellationToken) ?? new TeamView(false, [], []);
        }
    }

    private async Task InviteAsync()
    {
        var token = stores.Current is { } store ? await service.InviteAsync(await owner.IdAsync(), store.Id, _role, Gone) : null;
        _link = token is null ? null : new Uri(site.Value.Url, $"invite?token={token}").AbsoluteUri;
        _fault = token is null ? NotYours : null;
        await RefreshAsync();
    }

    private Task GiveAsync((Guid UserId, StoreRole Role) place) => ChangeAsync((ownerId, storeId) => service.GiveAsync(ownerId, storeId, place.UserId, place.Role, Gone));

    private Task RemoveAsync(Guid userId) => ChangeAsync((ownerId, storeId) => service.RemoveAsync(ownerId, storeId, userId, Gone));

    private Task RevokeAsync(Guid invitationId) => ChangeAsync((ownerId, storeId) => service.RevokeAsync(ownerId, storeId, invitationId, Gone));

    private async Task ChangeAsync(Func<Guid, Guid, Task<bool>> change)
    {
        var isDone = stores.Current is { } store && await change(await owner.IdAsync(), store.Id);
        _fault = isDone ? null : NotYours;
        await RefreshAsync();
    }
}
