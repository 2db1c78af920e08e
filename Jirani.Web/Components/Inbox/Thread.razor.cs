using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Inbox;

/// <summary>A conversation, oldest message first, resting at the newest.</summary>
public sealed partial class Thread
{
    private IReadOnlyList<(string Words, IReadOnlyList<MessageRow> Messages)> _days = [];
    private string _window = "";
    private string _windowIcon = "";

    [Parameter, EditorRequired]
    public required ThreadView View { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter]
    public EventCallback OlderAsked { get; set; }

    protected override void OnParametersSet()
    {
        _days = [.. View.Messages
            .GroupBy(message => ChatTime.Day(message.CreatedAt, Now, Zone))
            .Select(day => (day.Key, (IReadOnlyList<MessageRow>)[.. day]))];
        (_window, _windowIcon) = View.WindowUntil - Now is { } left && left > TimeSpan.Zero
            ? ($"Open, {(int)left.TotalHours} h {left.Minutes} m left", Icons.Material.Outlined.Timelapse)
            : ("Window closed", Icons.Material.Outlined.LockClock);
    }
}
