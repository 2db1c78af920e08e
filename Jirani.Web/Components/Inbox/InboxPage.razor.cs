using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Inbox;

/// <summary>Who wrote, and what was said, as it happens.</summary>
public sealed partial class InboxPage(
    ConversationQueries conversations, ActiveStore stores, WaitingCount waitingCount, CurrentOwner owner, NavigationManager navigation, IJSRuntime browser)
{
    private ConversationWindow _window = new();
    private IReadOnlyList<ConversationRow> _waiting = [];
    private ConversationCounts _counts = ConversationCounts.None;
    private InboxView _view = InboxView.Everything;
    private ElementReference _bell;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _title = "Inbox · Jirani";
    private string _layout = "";
    private string _invitation = "Nobody is waiting";
    private bool _isToggled;
    private Guid? _store;
    private int _version;

    [Parameter]
    public Guid? ConversationId { get; set; }

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "m")]
    public long? MessageId { get; set; }

    protected override void OnInitialized()
    {
        stores.Changed += ReadAgain;
        waitingCount.IsTold = true;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (InboxView.Parse(Scope, Search) is var view && view != _view)
        {
            (_view, _window, _waiting) = (view, new ConversationWindow(), []);
        }

        Arrange();
        await RefreshAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var script = await browser.InvokeAsync<IJSObjectReference>("import", "./Components/Inbox/InboxPage.razor.js");
            await script.InvokeVoidAsync("start", _bell);
        }
    }

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Conversation or ChangeKind.Customer or ChangeKind.Cart or ChangeKind.Order or ChangeKind.Store;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is not { } store)
        {
            _window.Take(0, 1, []);
            return;
        }

        ForgetOtherStore(store.Id);
        var (view, window, wanted) = (_view, _window, _window.Wanted);
        var (waiting, rows, counts) = await conversations.InboxAsync(ownerId, store.Id, Filter(view), wanted.Skip, wanted.Count, cancellationToken);
        if (window != _window)
        {
            return;
        }

        window.Take(wanted.Skip, wanted.Count, rows);
        (_waiting, _counts, _time) = (waiting, counts, ShopTime.ToTheMinute(Clock.GetUtcNow(), stores.Zone));
        _version++;
        waitingCount.Tell(counts.Waiting);
        Announce(counts);
    }

    protected override void Dispose(bool isDisposing)
    {
        waitingCount.IsTold = false;
        stores.Changed -= ReadAgain;
        base.Dispose(isDisposing);
    }

    private void ForgetOtherStore(Guid storeId)
    {
        Watch(storeId);
        if (_store is not null && _store != storeId)
        {
            (_window, _waiting) = (new ConversationWindow(), []);
        }

        _store = storeId;
    }

    private void Announce(ConversationCounts counts)
    {
        _title = counts.Unread > 0 ? $"({counts.Unread}) Inbox · Jirani" : "Inbox · Jirani";
        _invitation = counts.Waiting > 0 ? "Somebody is waiting" : counts.Unread > 0 ? "Somebody wrote" : "Nobody is waiting";
    }

    private async Task<IReadOnlyList<ConversationRow>> FindAsync(int start, int count)
    {
        if (_window.Find(start, count) is { } known)
        {
            return known;
        }

        if (stores.Current is not { } store)
        {
            return [];
        }

        var (window, wanted) = (_window, Math.Max(count, ConversationWindow.Page) + 1);
        window.Take(start, wanted, await conversations.ListAsync(await owner.IdAsync(), store.Id, Filter(_view), start, wanted, Gone));
        return window.Find(start, count) ?? [];
    }

    private static ConversationFilter Filter(InboxView view) =>
        new(view.IsGrouped ? ConversationScope.Others : view.Scope, view.Search);

    private void Show(InboxView view) => navigation.NavigateTo(view.Address(ConversationId));

    private void ToggleDetails()
    {
        _isToggled = !_isToggled;
        Arrange();
    }

    /// <summary>The width of the screen decides whether the details stand beside the thread; a toggle turns that over.</summary>
    private void Arrange() => _layout = (ConversationId is null ? "choosing" : "reading") + (_isToggled ? " toggled" : "");

    private void ReadAgain() => _ = InvokeAsync(RefreshAsync);
}
