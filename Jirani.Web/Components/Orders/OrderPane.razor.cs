using Jirani.Domain.Orders;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Orders;

/// <summary>One order, followed on its way.</summary>
public sealed partial class OrderPane(OrderQueries orders, FulfilmentService fulfilment, CashService cash, ActiveStore stores, CurrentOwner owner)
{
    private OrderStory? _story;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _country = "";
    private string? _told;
    private string? _fault;
    private bool _isBusy;
    private bool _isMissing;
    private Guid? _asked;

    [Parameter, EditorRequired]
    public required Guid OrderId { get; set; }

    /// <summary>Where the list is, as it was.</summary>
    [Parameter, EditorRequired]
    public required string Close { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != OrderId)
        {
            (_asked, _story, _told, _fault, _isMissing) = (OrderId, null, null, null, false);
            await RefreshAsync();
        }
    }

    protected override bool Concerns(StoreChange change) => change.Kind switch
    {
        ChangeKind.Order => change.Id == OrderId,
        ChangeKind.Payment or ChangeKind.Store => true,
        ChangeKind.Customer => change.Id == _story?.CustomerId,
        _ => false,
    };

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (asked, ownerId) = (OrderId, await owner.IdAsync());
        await stores.LoadAsync(null, cancellationToken);
        var story = await orders.StoryAsync(ownerId, asked, cancellationToken);
        if (story is not null && Watch(story.StoreId))
        {
            await stores.FollowAsync(story.StoreId, cancellationToken);
            story = await orders.StoryAsync(ownerId, asked, cancellationToken);
        }

        if (asked == OrderId)
        {
            (_story, _isMissing) = (story, story is null);
            (_time, _country) = (new ShopTime(Clock.GetUtcNow(), stores.Zone), stores.Current?.Country ?? "");
        }
    }

    private Task ShipAsync(Shipment shipment) => DoAsync(ownerId => fulfilment.ShipAsync(ownerId, OrderId, shipment, Gone), "It is on the way.");

    private Task ChangeAsync(Shipment shipment) => DoAsync(ownerId => fulfilment.ChangeAsync(ownerId, OrderId, shipment, Gone), "The delivery is changed.");

    private Task DeliverAsync() => DoAsync(ownerId => fulfilment.DeliverAsync(ownerId, OrderId, Gone), "It is delivered.");

    private Task CancelAsync() => DoAsync(ownerId => fulfilment.CancelAsync(ownerId, OrderId, Gone), "It is cancelled, and its stock is back.");

    private Task TakeCashAsync() => DoAsync(ownerId => cash.PayAsync(ownerId, OrderId, Gone), "It is paid and waits to be packed.");

    /// <summary>One deed at a time: a double press is none.</summary>
    private async Task DoAsync(Func<Guid, Task<string?>> deed, string praise)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _told, _fault) = (true, null, null);
        try
        {
            _fault = await deed(await owner.IdAsync());
            _told = _fault is null ? praise : null;
            await RefreshAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
