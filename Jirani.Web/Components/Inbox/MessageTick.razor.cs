using System.Diagnostics;
using Jirani.Domain.Messaging;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Inbox;

/// <summary>How far a message came: always an icon and a word, the colour only repeats them.</summary>
public sealed partial class MessageTick
{
    private string _icon = "";
    private string _word = "";
    private string _tone = "";

    [Parameter, EditorRequired]
    public required MessageStatus Status { get; set; }

    /// <summary>Sent into a silence: nobody knows whether it arrived.</summary>
    [Parameter]
    public bool IsMaybeSent { get; set; }

    /// <summary>Each step with its time, for whoever points at the tick.</summary>
    [Parameter]
    public string? Story { get; set; }

    /// <summary>In the list the word is for screen readers only.</summary>
    [Parameter]
    public bool IsWordHidden { get; set; }

    protected override void OnParametersSet() => (_icon, _word, _tone) = Status switch
    {
        MessageStatus.Queued when IsMaybeSent => (Icons.Material.Outlined.HelpOutline, "Maybe sent", "warning"),
        MessageStatus.Queued => (Icons.Material.Outlined.Schedule, "Waiting", ""),
        MessageStatus.Sent => (Icons.Material.Outlined.Done, "Sent", ""),
        MessageStatus.Delivered => (Icons.Material.Outlined.DoneAll, "Delivered", ""),
        MessageStatus.Read => (Icons.Material.Outlined.DoneAll, "Read", "read"),
        MessageStatus.Failed => (Icons.Material.Outlined.ErrorOutline, "Not sent", "error"),
        MessageStatus.Received => (Icons.Material.Outlined.Schedule, "Received", ""),
        MessageStatus.Processed => (Icons.Material.Outlined.Done, "Handled", ""),
        _ => throw new UnreachableException(),
    };
}
