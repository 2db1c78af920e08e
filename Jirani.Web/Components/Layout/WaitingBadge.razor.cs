using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Identity;

namespace Jirani.Web.Components.Layout;

/// <summary>How many conversations of the active store wait for a person, on whatever screen its owner is.</summary>
public sealed partial class WaitingBadge(ConversationQueries conversations, WaitingCount waiting, ActiveStore stores, CurrentOwner owner)
{
    private int _drawn = -1;

    private int Waiting => waiting.Value;

    protected override void OnInitialized()
    {
        stores.Changed += ReadAgain;
        waiting.Changed += Show;
    }

    protected override Task OnInitializedAsync() => RefreshAsync();

    protected override bool ShouldRender() => Waiting != _drawn;

    protected override void OnAfterRender(bool firstRender) => _drawn = Waiting;

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Conversation && !waiting.IsTold;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (stores.Current is not { } store)
        {
            return;
        }

        Watch(store.Id);
        if (!waiting.IsTold)
        {
            waiting.Tell(await conversations.CountWaitingAsync(await owner.IdAsync(), store.Id, cancellationToken));
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        waiting.Changed -= Show;
        stores.Changed -= ReadAgain;
        base.Dispose(isDisposing);
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
