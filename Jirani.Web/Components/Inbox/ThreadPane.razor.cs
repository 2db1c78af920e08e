using System.Diagnostics;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;
using Npgsql;

namespace Jirani.Web.Components.Inbox;

/// <summary>One conversation as it happens, and what its owner does in it.</summary>
public sealed partial class ThreadPane(
    MessageQueries messages, ConversationService service, QuickReplyService quickReplies, ActiveStore stores, CurrentOwner owner, NavigationManager navigation)
{
    private const string Missing = "This conversation is gone, or you may not write in it.";
    private const int PageSize = 30;

    private ThreadView? _thread;
    private IReadOnlyList<QuickReply> _replies = [];
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string? _notice;
    private bool _isMissing;
    private int _messageCount = PageSize;
    private long? _newFrom;
    private Guid? _asked;

    [Parameter, EditorRequired]
    public required Guid ConversationId { get; set; }

    /// <summary>A message to be pointed out; null for none.</summary>
    [Parameter]
    public long? MessageId { get; set; }

    /// <summary>What the list beside it shows.</summary>
    [Parameter, EditorRequired]
    public required InboxView View { get; set; }

    [Parameter]
    public EventCallback DetailsAsked { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != ConversationId)
        {
            (_asked, _thread, _isMissing, _messageCount, _notice, _newFrom, _replies) = (ConversationId, null, false, PageSize, null, null, []);
            await RefreshAsync();
        }
    }

    protected override bool Concerns(StoreChange change) => change.Kind switch
    {
        ChangeKind.Conversation => change.Id == ConversationId,
        ChangeKind.Customer => change.Id == _thread?.CustomerId,
        ChangeKind.Store => true,   // whoever reads may have left the team
        _ => false,
    };

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (asked, ownerId) = (ConversationId, await owner.IdAsync());
        var thread = await messages.ThreadAsync(ownerId, asked, _messageCount, MessageId, cancellationToken);
        if (thread is not null && Watch(thread.StoreId))
        {
            await stores.FollowAsync(thread.StoreId, cancellationToken);
            thread = await messages.ThreadAsync(ownerId, asked, _messageCount, MessageId, cancellationToken);
        }

        if (asked != ConversationId)
        {
            return;
        }

        if (thread is not null && _thread is null)
        {
            _replies = await quickReplies.ForConversationAsync(ownerId, thread, cancellationToken);
            _newFrom = FirstUnread(thread);
        }

        _time = new ShopTime(Clock.GetUtcNow(), stores.Zone);
        (_thread, _isMissing) = (thread, thread is null);
    }

    private static long? FirstUnread(ThreadView thread) =>
        thread.Unread == 0 ? null : thread.Messages.Where(message => message.IsInbound).TakeLast(thread.Unread).FirstOrDefault()?.Id;

    private Task ShowOlderAsync()
    {
        _messageCount += PageSize;
        return RefreshAsync();
    }

    // Not the conversation of the page: what was written in one box is never for whoever is open by now.
    private async Task<string?> ReplyAsync(Guid conversationId, Guid clientId, string text) =>
        Sentence(await service.ReplyAsync(await owner.IdAsync(), conversationId, clientId, text, Gone));

    private async Task<string?> AskAsync(Guid conversationId, Guid clientId, InteractiveMessage question) =>
        Sentence(await service.AskAsync(await owner.IdAsync(), conversationId, clientId, question, Gone));

    private async Task PauseAsync(bool takesOver)
    {
        var ownerId = await owner.IdAsync();
        var isDone = takesOver ? await service.TakeOverAsync(ownerId, ConversationId, Gone) : await service.HandBackAsync(ownerId, ConversationId, Gone);
        _notice = isDone ? null : Missing;
        await RefreshAsync();
    }

    private async Task RetryAsync(long messageId)
    {
        _notice = Sentence(await service.RetryAsync(await owner.IdAsync(), messageId, Gone));
        await RefreshAsync();
    }

    private async Task DoneAsync()
    {
        _notice = await service.DoneAsync(await owner.IdAsync(), ConversationId, Gone) ? null : Missing;
        await RefreshAsync();
    }

    private async Task MarkReadAsync(ThreadView seen)
    {
        try
        {
            await service.MarkReadAsync(await owner.IdAsync(), seen, Gone);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            // It stays unread, and what comes next tries again.
        }
    }

    // And away from it: whatever is open is read.
    private async Task MarkUnreadAsync()
    {
        if (await service.MarkUnreadAsync(await owner.IdAsync(), ConversationId, Gone))
        {
            navigation.NavigateTo(View.Address(null));
        }
        else
        {
            _notice = Missing;
        }
    }

    private static string? Sentence(ReplyOutcome? outcome) => outcome switch
    {
        null => Missing,
        ReplyOutcome.Queued => null,
        ReplyOutcome.Refused refused => refused.Sentence,
        _ => throw new UnreachableException(),
    };
}
