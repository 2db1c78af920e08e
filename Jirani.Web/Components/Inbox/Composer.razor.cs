using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Inbox;

/// <summary>
/// Where the owner writes. The text stays in the browser, as a draft and then as what waits to be sent, until the server has it:
/// typing asks the server nothing, and a lost circuit loses nothing.
/// </summary>
public sealed partial class Composer(IJSRuntime browser) : IAsyncDisposable
{
    private DotNetObjectReference<Composer>? _self;
    private IJSObjectReference? _module;
    private ElementReference _form;
    private string? _closed;
    private bool _isMine;
    private bool _isAsking;
    private bool _isAttached;
    private DateTimeOffset _pausedUntil;

    [Parameter, EditorRequired]
    public required ThreadView View { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>What a slash offers, with what is known of the customer filled in.</summary>
    [Parameter]
    public IReadOnlyList<QuickReply> Replies { get; set; } = [];

    /// <summary>Sends a text into this conversation under an id that the browser made; answers with a sentence where it was not taken.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid, Guid, string, Task<string?>> Reply { get; set; }

    /// <summary>Sends a question with answers to tap; otherwise as <see cref="Reply" />.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid, Guid, InteractiveMessage, Task<string?>> Ask { get; set; }

    /// <summary>True takes the conversation over, false hands it back.</summary>
    [Parameter]
    public EventCallback<bool> PauseAsked { get; set; }

    [JSInvokable]
    public Task<string?> SendAsync(Guid clientId, string text) => Reply(View.Id, clientId, text);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
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
        _closed = OwnerReplies.Closed(View.WindowUntil, View.IsOptedIn, Time.Now);
        _isMine = View.PausedUntil > Time.Now;
        _pausedUntil = View.PausedUntil ?? Time.Now;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var isShown = _closed is null && _isMine;
        var isNew = isShown && !_isAttached;
        _isAttached = isShown;   // before the call: it may be drawn again meanwhile
        if (isNew)
        {
            _module ??= await browser.InvokeAsync<IJSObjectReference>("import", "./Components/Inbox/Composer.razor.js");
            await _module.InvokeVoidAsync("attach", _form, _self ??= DotNetObjectReference.Create(this), Replies);
        }
    }
}
