using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>One message: what was said, when, how far it came, and what can be done where it did not.</summary>
public sealed partial class MessageBubble
{
    private string _side = "";
    private string _look = "";
    private string _type = "";
    private string _story = "";
    private string? _text;
    private bool _mayRetry;

    [Parameter, EditorRequired]
    public required MessageRow Message { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>The id of the message that shall go out again.</summary>
    [Parameter]
    public EventCallback<long> RetryAsked { get; set; }

    protected override void OnParametersSet()
    {
        _text = Message.Text;
        _side = Message.IsInbound ? "in" : "out";
        _look = Message.Error is not null ? "failed" : Message.IsAutomatic ? "auto" : _side;
        _type = MessageWords.OfType(Message.Type, Message.ContentType);
        _story = string.Join(", ", Message.Steps.Select(step => $"{step.Status} {ChatTime.Precise(step.At, Time.Zone)}"));
        _mayRetry = Message.MayRetry(Time.Now);
    }
}
