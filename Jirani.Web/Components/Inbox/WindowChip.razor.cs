using Jirani.Domain.Messaging;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Inbox;

/// <summary>How long the shop may still answer freely; amber in the last two hours.</summary>
public sealed partial class WindowChip
{
    private string _words = "";
    private string _icon = "";
    private string _tone = "";

    /// <summary>Null while the customer never wrote.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset? Until { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>As it stands in a line of the list.</summary>
    [Parameter]
    public bool IsSmall { get; set; }

    protected override void OnParametersSet() => (_words, _icon, _tone) = Until - Now is { } left && left > TimeSpan.Zero
        ? (IsSmall ? $"{ChatTime.Left(left)} left" : $"Open, {ChatTime.Left(left)} left", Icons.Material.Outlined.Timelapse, left <= ServiceWindow.Soon ? "soon" : "")
        : ("Window closed", Icons.Material.Outlined.LockClock, "");
}
