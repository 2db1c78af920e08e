using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Inbox;

/// <summary>A conversation, oldest message first, resting at the newest, or at what is new or was asked for.</summary>
public sealed partial class Thread(IJSRuntime browser) : IAsyncDisposable
{
    private IReadOnlyList<ThreadDay> _days = [];
    private ElementReference _log;
    private IJSObjectReference? _module;
    private string _newWords = "";
    private ThreadView? _seen;
    private long? _shown;

    [Parameter, EditorRequired]
    public required ThreadView View { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>The address of the list.</summary>
    [Parameter, EditorRequired]
    public required string Back { get; set; }

    /// <summary>The first message that was unread when the conversation was opened; null where none was.</summary>
    [Parameter]
    public long? NewFrom { get; set; }

    /// <summary>A message to be shown and pointed out; null for none.</summary>
    [Parameter]
    public long? MessageId { get; set; }

    /// <inheritdoc cref="Composer.Replies" />
    [Parameter]
    public IReadOnlyList<QuickReply> Replies { get; set; } = [];

    [Parameter]
    public EventCallback OlderAsked { get; set; }

    /// <inheritdoc cref="Composer.Reply" />
    [Parameter, EditorRequired]
    public required Func<Guid, Guid, string, Task<string?>> Reply { get; set; }

    /// <inheritdoc cref="Composer.Ask" />
    [Parameter, EditorRequired]
    public required Func<Guid, Guid, InteractiveMessage, Task<string?>> Ask { get; set; }

    /// <inheritdoc cref="Composer.PauseAsked" />
    [Parameter]
    public EventCallback<bool> PauseAsked { get; set; }

    /// <summary>The id of a message that shall go out again.</summary>
    [Parameter]
    public EventCallback<long> RetryAsked { get; set; }

    [Parameter]
    public EventCallback DoneAsked { get; set; }

    /// <summary>What was unread stands on the screen now, and in this browser that counts as reading.</summary>
    [Parameter]
    public EventCallback<ThreadView> Seen { get; set; }

    [Parameter]
    public EventCallback UnreadAsked { get; set; }

    [Parameter]
    public EventCallback DetailsAsked { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its modules with it.
        }
    }

    protected override void OnParametersSet()
    {
        _days = ThreadDay.Arrange(View.Messages, NewFrom, Time);
        var count = View.Messages.Count(message => message.IsInbound && message.Id >= NewFrom);
        _newWords = count == 1 ? "1 new message" : $"{count} new messages";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await browser.InvokeAsync<IJSObjectReference>("import", "./Components/Inbox/Thread.razor.js");
            await _module.InvokeVoidAsync("open", _log);
        }

        if (_module is not null && MessageId is { } asked && asked != _shown && View.Messages.Any(message => message.Id == asked))
        {
            _shown = asked;
            await _module.InvokeVoidAsync("show", _log, asked);
        }

        if (View.Unread > 0 && View != _seen)
        {
            _seen = View;
            if (await browser.InvokeAsync<bool>("jirani.preference", "openingReads"))
            {
                await Seen.InvokeAsync(_seen);
            }
        }
    }
}
