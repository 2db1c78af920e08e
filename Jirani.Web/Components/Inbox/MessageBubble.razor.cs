using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>One message: what was said, when, how far it came, and what can be done where it did not.</summary>
public sealed partial class MessageBubble
{
    private string _side = "";
    private string _look = "";
    private string? _type;
    private string _story = "";
    private string? _text;
    private IReadOnlyList<string> _choices = [];
    private bool _hasTrouble;
    private bool _mayRetry;
    private bool _mayEdit;
    private (MessageRow Message, bool EndsGroup, long Minute)? _drawn;

    [Parameter, EditorRequired]
    public required MessageRow Message { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>The last of several from one sender tells the time for all of them.</summary>
    [Parameter]
    public bool EndsGroup { get; set; } = true;

    /// <summary>The id of the message that shall go out again.</summary>
    [Parameter]
    public EventCallback<long> RetryAsked { get; set; }

    /// <summary>A thread is read again with every change, and most of its messages are as they were.</summary>
    protected override bool ShouldRender()
    {
        var wanted = (Message with { Steps = [] }, EndsGroup, Time.Now.ToUnixTimeSeconds() / 60);
        var isNew = _drawn != wanted;
        _drawn = wanted;
        return isNew;
    }

    protected override void OnParametersSet()
    {
        _text = Message.Text;
        _choices = Message.Choices;
        _side = Message.IsInbound ? "in" : "out";
        _look = Message.Error is not null ? "failed" : Message.IsAutomatic ? "auto" : _side;
        _type = MessageWords.OfType(Message.Type, Message.ContentType) is var type && type != MessageWords.Plain ? type : null;
        _story = string.Join(", ", Message.Steps.Select(step => $"{step.Status} {ChatTime.Precise(step.At, Time.Zone)}"));
        _mayRetry = Message.MayRetry(Time.Now);
        _mayEdit = Message.Purpose == "owner" && _text is not null && _choices.Count == 0;
        _hasTrouble = Message.Reason is not null || Message.IsMaybeSent(Time.Now) || Message.IsLate;
    }
}
