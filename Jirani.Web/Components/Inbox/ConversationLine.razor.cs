using System.Globalization;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>One conversation in the list; the whole line is the link.</summary>
public sealed partial class ConversationLine
{
    private InboxLine? _drawn;
    private bool _isNew;
    private string _address = "";
    private string _state = "";
    private bool _hasChips;
    private MessageStatus? _status;
    private DateTimeOffset? _writableUntil;
    private bool _showsWindow;

    [Parameter, EditorRequired]
    public required InboxLine Line { get; set; }

    private ConversationRow Row => Line.Row;

    /// <summary>A list is read again with every change, and most of its lines are as they were.</summary>
    protected override bool ShouldRender() => _isNew;

    protected override void OnParametersSet()
    {
        _isNew = Line != _drawn;
        if (_isNew)
        {
            _drawn = Line;
            Arrange();
        }
    }

    private void Arrange()
    {
        _address = Line.View.Address(Row.Id);
        _writableUntil = Row.WindowUntil - ServiceWindow.Margin;
        _showsWindow = Row.WindowUntil is not null && _writableUntil - Line.Time.Now <= ServiceWindow.Soon;
        _hasChips = (Row.NeedsPerson && !Line.IsGrouped) || Row.UnpaidTotal > 0 || Row.CartTotal > 0 || _showsWindow;
        _state = (Line.IsOpen ? "open " : "") + (Row.Unread > 0 ? "unread" : "");
        _status = !Row.IsFromCustomer && MessageStatuses.TryParse(Row.LastStatus, out var status) ? status : null;
    }

    private static string Figure(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
