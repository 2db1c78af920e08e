using System.Diagnostics;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Components.Layout;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>Who wrote, and what was said, as it happens.</summary>
public sealed partial class InboxPage(
    ConversationQueries conversations, MessageQueries messages, ConversationService service, ActiveStore stores, CurrentOwner owner,
    NavigationManager navigation)
{
    private const string Missing = "This conversation is gone, or it belongs to another shop.";
    private const int PageSize = 30;
    private const int MostWaiting = 50;

    private List<ConversationRow>? _rows;
    private List<ConversationRow> _waiting = [];
    private InboxView _view = InboxView.Everything;
    private ThreadView? _thread;
    private string? _notice;
    private bool _hasOlder;
    private bool _isMissing;
    private int _messageCount = PageSize;
    private DateTimeOffset _now;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string _title = "Inbox · Jirani";
    private string _pane = "";
    private string _invitation = "Nobody is waiting";

    [Parameter]
    public Guid? ConversationId { get; set; }

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (InboxView.Parse(Scope, Search) is var view && view != _view)
        {
            (_view, _rows, _waiting, _hasOlder) = (view, null, [], false);
        }

        _pane = ConversationId is null ? "choosing" : "reading";
        if (_thread?.Id != ConversationId)
        {
            (_thread, _isMissing, _messageCount, _notice) = (null, false, PageSize, null);
        }

        await RefreshAsync();
    }

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Conversation or ChangeKind.Customer;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        WatchActiveStore();
        await ReadThreadAsync(ownerId, cancellationToken);
        await ReadListAsync(ownerId, cancellationToken);
        _now = Clock.GetUtcNow();
    }

    private void WatchActiveStore()
    {
        if (stores.Current is { } store)
        {
            _zone = TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone);
            Watch(store.Id);
        }
    }

    private async Task ReadThreadAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        if (ConversationId is not { } asked)
        {
            return;
        }

        var thread = await messages.ThreadAsync(ownerId, asked, _messageCount, cancellationToken);
        if (asked != ConversationId)
        {
            return;
        }

        (_thread, _isMissing) = (thread, thread is null);
        if (thread is not null)
        {
            await stores.FollowAsync(thread.StoreId, cancellationToken);
            WatchActiveStore();
            await service.MarkReadAsync(ownerId, thread, cancellationToken);
        }
    }

    private async Task ReadListAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        if (stores.Current is not { } store)
        {
            _rows = [];
            return;
        }

        var (view, shown) = (_view, Math.Max(_rows?.Count ?? 0, PageSize));
        var waiting = view.IsGrouped ? await conversations.ListAsync(ownerId, store.Id, new(ConversationScope.Waiting), null, MostWaiting, cancellationToken) : [];
        var rows = await conversations.ListAsync(ownerId, store.Id, Filter(view), null, shown + 1, cancellationToken);
        if (view != _view)
        {
            return;
        }

        (_waiting, _hasOlder) = (waiting, rows.Count > shown);
        _rows = [.. rows.Take(shown)];
        var unread = _rows.Concat(_waiting).Count(row => row.Unread > 0);
        _title = unread > 0 ? $"({unread}) Inbox · Jirani" : "Inbox · Jirani";
        _invitation = unread > 0 ? "Somebody wrote" : "Nobody is waiting";
    }

    private async Task ShowOlderConversationsAsync()
    {
        if (stores.Current is { } store && _rows is [.., var last])
        {
            var older = await conversations.ListAsync(await owner.IdAsync(), store.Id, Filter(_view), last, PageSize + 1, Gone);
            _hasOlder = older.Count > PageSize;
            _rows = [.. _rows, .. older.Take(PageSize)];
        }
    }

    private static ConversationFilter Filter(InboxView view) =>
        new(view.IsGrouped ? ConversationScope.Others : view.Scope, view.Search);

    private void Show(InboxView view) => navigation.NavigateTo(view.Address(ConversationId));

    private Task ShowOlderMessagesAsync()
    {
        _messageCount += PageSize;
        return RefreshAsync();
    }

    private async Task<string?> ReplyAsync(Guid clientId, string text) => ConversationId is { } id
        ? Sentence(await service.ReplyAsync(await owner.IdAsync(), id, clientId, text, Gone))
        : Missing;

    private async Task PauseAsync(bool takesOver)
    {
        if (ConversationId is { } id)
        {
            var ownerId = await owner.IdAsync();
            _ = takesOver ? await service.TakeOverAsync(ownerId, id, Gone) : await service.HandBackAsync(ownerId, id, Gone);
            await RefreshAsync();
        }
    }

    private async Task RetryAsync(long messageId)
    {
        _notice = Sentence(await service.RetryAsync(await owner.IdAsync(), messageId, Gone));
        await RefreshAsync();
    }

    private static string? Sentence(ReplyOutcome? outcome) => outcome switch
    {
        null => Missing,
        ReplyOutcome.Queued => null,
        ReplyOutcome.Refused refused => refused.Sentence,
        _ => throw new UnreachableException(),
    };
}
