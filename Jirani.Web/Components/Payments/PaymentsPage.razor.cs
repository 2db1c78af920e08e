using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>Is the money right, and does any of it wait for me.</summary>
public sealed partial class PaymentsPage(
    PaymentQueries payments, BalanceQueries books, ActiveStore stores, CurrentOwner owner, NavigationManager navigation)
{
    private const int Page = 50;

    /// <summary>Counting every entry is more work than the rest together, so it is not done with each payment.</summary>
    private static readonly TimeSpan _countingRest = TimeSpan.FromSeconds(50);

    private PaymentView _view = PaymentView.Everything;
    private PaymentList? _list;
    private IReadOnlyList<Balance>? _balances;
    private LedgerCheck? _check;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _title = "Payments · Jirani";
    private Guid? _store;
    private int _count = Page;

    [Parameter]
    public Guid? PaymentId { get; set; }

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    protected override void OnInitialized() => stores.Changed += ReadAgain;

    protected override async Task OnParametersSetAsync()
    {
        if (PaymentView.Parse(Scope, Search) is var view && view != _view)
        {
            (_view, _list, _count) = (view, null, Page);
        }

        await RefreshAsync();
    }

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Payment or ChangeKind.Order or ChangeKind.Customer or ChangeKind.Store;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is not { } store)
        {
            _list = new PaymentList([], false, 0, PaymentRights.None);
            return;
        }

        ForgetOtherStore(store.Id);
        var view = _view;
        var list = await payments.ListAsync(ownerId, store.Id, view.Filter, null, _count, cancellationToken);
        var balances = await books.OfStoreAsync(ownerId, store.Id, cancellationToken);
        await CountAsync(ownerId, store.Id, cancellationToken);
        if (view == _view)
        {
            (_list, _balances, _time) = (list, balances, new ShopTime(Clock.GetUtcNow(), stores.Zone));
            _title = list.InReview > 0 ? $"({list.InReview}) Payments · Jirani" : "Payments · Jirani";
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
            (_list, _balances, _check, _count) = (null, null, null, Page);
        }

        _store = storeId;
    }

    private async Task CountAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken)
    {
        if (_check is null || Clock.GetUtcNow() - _check.At > _countingRest)
        {
            _check = await books.CheckAsync(ownerId, storeId, cancellationToken);
        }
    }

    /// <summary>What is read again with a change is all that is shown, so what was shown grows.</summary>
    private async Task ShowOlderAsync()
    {
        if (_list is { Rows: [.., var last] } shown && stores.Current is { } store)
        {
            var (view, ownerId) = (_view, await owner.IdAsync());
            var older = await payments.ListAsync(ownerId, store.Id, view.Filter, last, Page, Gone);
            if (view == _view && ReferenceEquals(shown, _list))
            {
                _list = older with { Rows = [.. shown.Rows, .. older.Rows] };
                _count = _list.Rows.Count;
            }
        }
    }

    private void Show(PaymentView view) => navigation.NavigateTo(view.Address(PaymentId));

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
