using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Identity;

namespace Jirani.Web.Components.Layout;

/// <summary>How many conversations of the active store wait for a person, on whatever screen its owner is.</summary>
public sealed partial class WaitingBadge(ConversationQueries conversations, ActiveStore stores, CurrentOwner owner)
{
    private int _waiting;

    protected override void OnInitialized() => stores.Changed += ReadAgain;

    protected override Task OnInitializedAsync() => RefreshAsync();

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Conversation;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (stores.Current is { } store)
        {
            Watch(store.Id);
            _waiting = await conversations.CountWaitingAsync(await owner.IdAsync(), store.Id, cancellationToken);
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        stores.Changed -= ReadAgain;
        base.Dispose(isDisposing);
    }

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
