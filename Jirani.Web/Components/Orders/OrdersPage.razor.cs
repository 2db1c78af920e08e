using Jirani.Domain.Orders;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Orders;

/// <summary>What must be packed, who has not paid.</summary>
public sealed partial class OrdersPage(OrderQueries orders, FulfilmentRound round, ActiveStore stores, CurrentOwner owner, NavigationManager navigation)
{
    private const int Page = 50;

    private readonly HashSet<Guid> _chosen = [];
    private OrderView _view = OrderView.Everything;
    private OrderList? _list;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _title = "Orders · Jirani";
    private string? _told;
    private IReadOnlyList<string> _faults = [];
    private bool _isBusy;
    private Guid? _store;
    private int _count = Page;

    [Parameter]
    public Guid? OrderId { get; set; }

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "days")]
    public int? Days { get; set; }

    private bool CanChoose => _view.IsToPack && _list is { Rights: OrderRights.Act, Rows.Count: > 0 };

    protected override void OnInitialized() => stores.Changed += ReadAgain;

    protected override async Task OnParametersSetAsync()
    {
        if (OrderView.Parse(Scope, Search, Days) is var view && view != _view)
        {
            (_view, _list, _count, _told, _faults) = (view, null, Page, null, []);
            _chosen.Clear();
        }

        await RefreshAsync();
    }

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Order or ChangeKind.Payment or ChangeKind.Customer or ChangeKind.Store;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is not { } store)
        {
            _list = OrderList.Nothing;
            return;
        }

        ForgetOtherStore(store.Id);
        var (view, now) = (_view, Clock.GetUtcNow());
        var list = await orders.ListAsync(ownerId, store.Id, view.Filter(now, stores.Zone), null, _count, cancellationToken);
        if (view == _view)
        {
            (_list, _time) = (list, new ShopTime(now, stores.Zone));
            _chosen.IntersectWith(list.Rows.Select(row => row.Id));   // who left the list cannot be sent out from it
            _title = list.Counts.ToPack > 0 ? $"({OrderPhrases.Count(list.Counts.ToPack)}) Orders · Jirani" : "Orders · Jirani";
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        stores.Changed -= ReadAgain;
        base.Dispose(isDisposing);
    }

    private void ForgetOtherStore(Guid storeId)
    {
        Watch(storeId);
        if (_store is not null && _store != storeId)
        {
            (_list, _count) = (null, Page);
            _chosen.Clear();
        }

        _store = storeId;
    }

    /// <summary>What is read again with a change is all that is shown, so what was shown grows.</summary>
    private async Task ShowOlderAsync()
    {
        if (_list is { Rows: [.., var last] } shown && stores.Current is { } store)
        {
            var (view, ownerId) = (_view, await owner.IdAsync());
            var older = await orders.ListAsync(ownerId, store.Id, view.Filter(_time.Now, stores.Zone), last, Page, Gone);
            if (view == _view && ReferenceEquals(shown, _list))
            {
                _list = older with { Rows = [.. shown.Rows, .. older.Rows] };
                _count = _list.Rows.Count;
            }
        }
    }

    private void Show(OrderView view) => navigation.NavigateTo(view.Address(OrderId));

    private void Choose(Guid orderId)
    {
        if (!_chosen.Remove(orderId))
        {
            _chosen.Add(orderId);
        }
    }

    private void ChooseAll(ChangeEventArgs choice)
    {
        _chosen.Clear();
        if (choice.Value is true && _list is not null)
        {
            _chosen.UnionWith(_list.Rows.Select(row => row.Id));
        }
    }

    private void ClearChoice() => _chosen.Clear();

    private Task ShipAsync(Shipment shipment) => DoAsync((ownerId, chosen) => round.ShipAsync(ownerId, chosen, shipment, Gone), "on the way");

    private Task DeliverAsync() => DoAsync((ownerId, chosen) => round.DeliverAsync(ownerId, chosen, Gone), "delivered");

    /// <summary>Those that did not move stay chosen, each with its reason.</summary>
    private async Task DoAsync(Func<Guid, Guid[], Task<IReadOnlyList<FulfilmentFault>>> deed, string praise)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _told, _faults) = (true, null, []);
        try
        {
            Guid[] chosen = [.. _chosen];
            var numbers = (_list?.Rows ?? []).ToDictionary(row => row.Id, row => row.Number);
            var faults = await deed(await owner.IdAsync(), chosen);
            var moved = chosen.Length - faults.Count;
            _told = moved > 0 ? $"{OrderPhrases.Orders(moved)} {(moved == 1 ? "is" : "are")} {praise}." : null;
            _faults = [.. faults.Select(fault => OrderPhrases.Named(numbers.GetValueOrDefault(fault.OrderId), fault.Sentence))];
            _chosen.IntersectWith(faults.Select(fault => fault.OrderId));
            await RefreshAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
