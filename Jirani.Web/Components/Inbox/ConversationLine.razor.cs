using System.Globalization;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>One conversation in the list; the whole line is the link.</summary>
public sealed partial class ConversationLine
{
    private string _state = "";
    private bool _hasChips;
    private MessageStatus? _status;
    private DateTimeOffset? _writableUntil;
    private bool _showsWindow;
    private (ConversationRow Row, string Address, bool IsOpen, bool IsGrouped, long Minute)? _drawn;

    [Parameter, EditorRequired]
    public required ConversationRow Row { get; set; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>Stands below a title that says already that it waits.</summary>
    [Parameter]
    public bool IsGrouped { get; set; }

    [Parameter, EditorRequired]
    public required bool IsOpen { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    /// <summary>A list is read again with every change, and most of its lines are as they were.</summary>
    protected override bool ShouldRender()
    {
        var wanted = (Row, Address, IsOpen, IsGrouped, Now.ToUnixTimeSeconds() / 60);
        var isNew = _drawn != wanted;
        _drawn = wanted;
        return isNew;
    }

    protected override void OnParametersSet()
    {
        _writableUntil = Row.WindowUntil - ServiceWindow.Margin;
        _showsWindow = Row.WindowUntil is not null && _writableUntil - Now <= WindowChip.Soon;
        _hasChips = (Row.NeedsPerson && !IsGrouped) || Row.UnpaidTotal > 0 || Row.CartTotal > 0 || _showsWindow;
        _state = (IsOpen ? "open " : "") + (Row.Unread > 0 ? "unread" : "");
        _status = !Row.IsFromCustomer && MessageStatuses.TryParse(Row.LastStatus, out var status) ? status : null;
    }

    private static string Figure(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
