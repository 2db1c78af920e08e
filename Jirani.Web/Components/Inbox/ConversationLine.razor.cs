using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>One conversation in the list; the whole line is the link.</summary>
public sealed partial class ConversationLine
{
    private const int Tones = 5;

    private string _state = "";
    private bool _hasChips;
    private string? _initials;
    private int _tone;
    private MessageStatus? _status;

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

    protected override void OnParametersSet()
    {
        _hasChips = (Row.NeedsPerson && !IsGrouped) || Row.UnpaidTotal > 0 || Row.HasOpenCart;
        _state = (IsOpen ? "open " : "") + (Row.Unread > 0 ? "unread" : "");
        _initials = Row.Customer.Initials;
        _tone = _initials is null ? 0 : 1 + (Row.Id.ToByteArray()[^1] % Tones);
        _status = !Row.IsFromCustomer && MessageStatuses.TryParse(Row.LastStatus, out var status) ? status : null;
    }
}
