using Jirani.Domain.Conversations;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>A question with answers to tap, written beside what the customer will see.</summary>
public sealed partial class QuestionBuilder
{
    private readonly QuestionForm _form = new();

    /// <summary>One question, however often it is pressed.</summary>
    private readonly Guid _clientId = Guid.NewGuid();

    private bool _isTried;
    private bool _isSending;
    private string? _refusal;

    /// <summary>Sends it under this id; answers with a sentence where it was not taken.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid, InteractiveMessage, Task<string?>> Ask { get; set; }

    /// <summary>It is sent, or not wanted any more.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private string? Fault(InteractivePart part, int? choice = null) => !_isTried ? null
        : InteractiveRules.Faults(_form.ToMessage()).FirstOrDefault(fault => fault.Part == part && fault.Choice == choice)?.Sentence;

    private async Task SendAsync()
    {
        (_isTried, _refusal) = (true, null);
        if (_isSending || InteractiveRules.Faults(_form.ToMessage()).Count > 0)
        {
            return;
        }

        _isSending = true;
        _refusal = await Ask(_clientId, _form.ToMessage());
        _isSending = false;
        if (_refusal is null)
        {
            await Closed.InvokeAsync();
        }
    }
}
