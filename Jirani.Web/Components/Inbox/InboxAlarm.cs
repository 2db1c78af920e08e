using Jirani.Infrastructure.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Inbox;

/// <summary>Tells an owner who looks elsewhere that somebody waits for them: a notification, a tone, a dot on the tab.</summary>
internal sealed class InboxAlarm
{
    private readonly IJSObjectReference _module;
    private DateTimeOffset? _heardUntil;

    private InboxAlarm(IJSObjectReference module) => _module = module;

    /// <param name="browser">Of the screen.</param>
    /// <param name="bell">The button by which the owner allows it: browsers ask only after a press.</param>
    public static async Task<InboxAlarm> StartAsync(IJSRuntime browser, ElementReference bell)
    {
        var module = await browser.InvokeAsync<IJSObjectReference>("import", "./Components/Inbox/InboxPage.razor.js");
        await module.InvokeVoidAsync("start", bell);
        return new InboxAlarm(module);
    }

    /// <summary>Called with every read of the list; the first one only says from when on something is new.</summary>
    /// <param name="waiting">Those who need a person.</param>
    /// <param name="unread">For the dot.</param>
    /// <param name="openId">The conversation that is open, which its owner may be looking at; null for none.</param>
    public async Task HearAsync(IReadOnlyList<ConversationRow> waiting, int unread, Guid? openId)
    {
        var newest = waiting.Where(row => row.IsFromCustomer).Select(row => row.LastMessageAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var heardUntil = _heardUntil ?? newest;
        _heardUntil = newest > heardUntil ? newest : heardUntil;
        await _module.InvokeVoidAsync("mark", unread);
        foreach (var row in waiting.Where(row => row.IsFromCustomer && row.LastMessageAt > heardUntil))
        {
            await _module.InvokeVoidAsync("tell", row.Customer.Title, row.Preview, InboxView.Everything.Address(row.Id), row.Id == openId);
        }
    }
}
