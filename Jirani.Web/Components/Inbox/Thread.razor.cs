using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Inbox;

/// <summary>A conversation, oldest message first, resting at the newest.</summary>
public sealed partial class Thread
{
    private static readonly TimeSpan _soon = TimeSpan.FromHours(2);

    private IReadOnlyList<(string Words, IReadOnlyList<MessageRow> Messages)> _days = [];
    private string _window = "";
    private string _windowIcon = "";
    private string _windowTone = "";

    [Parameter, EditorRequired]
    public required ThreadView View { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    [Parameter]
    public EventCallback OlderAsked { get; set; }

    /// <inheritdoc cref="Composer.Reply" />
    [Parameter, EditorRequired]
    public required Func<Guid, string, Task<string?>> Reply { get; set; }

    /// <inheritdoc cref="Composer.PauseAsked" />
    [Parameter]
    public EventCallback<bool> PauseAsked { get; set; }

    /// <summary>The id of a message that shall go out again.</summary>
    [Parameter]
    public EventCallback<long> RetryAsked { get; set; }

    protected override void OnParametersSet()
    {
        _days = [.. View.Messages
            .GroupBy(message => ChatTime.Day(message.CreatedAt, Time.Now, Time.Zone))
            .Select(day => (day.Key, (IReadOnlyList<MessageRow>)[.. day]))];
        (_window, _windowIcon, _windowTone) = View.WindowUntil - Time.Now is { } left && left > TimeSpan.Zero
            ? ($"Open, {(int)left.TotalHours} h {left.Minutes} m left", Icons.Material.Outlined.Timelapse, left <= _soon ? "soon" : "")
            : ("Window closed", Icons.Material.Outlined.LockClock, "");
    }
}
