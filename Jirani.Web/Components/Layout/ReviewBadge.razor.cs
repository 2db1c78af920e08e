using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Identity;

namespace Jirani.Web.Components.Layout;

/// <summary>How many payments of the active store wait for a decision, on whatever screen its owner is.</summary>
public sealed partial class ReviewBadge(PaymentQueries payments, ActiveStore stores, CurrentOwner owner)
{
    private int _waiting;
    private int _drawn = -1;

    protected override void OnInitialized() => stores.Changed += ReadAgain;

    protected override Task OnInitializedAsync() => RefreshAsync();

    protected override bool ShouldRender() => _waiting != _drawn;

    protected override void OnAfterRender(bool firstRender) => _drawn = _waiting;

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Payment;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (stores.Current is { } store)
        {
            Watch(store.Id);
            _waiting = await payments.CountInReviewAsync(await owner.IdAsync(), store.Id, cancellationToken);
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        stores.Changed -= ReadAgain;
        base.Dispose(isDisposing);
    }

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
