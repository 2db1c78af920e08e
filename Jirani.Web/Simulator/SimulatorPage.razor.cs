using System.Diagnostics;
using Jirani.Web.Simulator.Flutterwave;
using Jirani.Web.Simulator.Graph;
using Jirani.Web.Simulator.Phone;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator;

/// <summary>A customer's phones in the browser: pick who writes, pick the store, chat, pay.</summary>
public sealed partial class SimulatorPage(
    PhoneBook book, Chats chats, CustomerLine line, MoneyLine money, IOptions<SimulatorOptions> options, NavigationManager navigation)
    : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly IReadOnlyList<SimulatedStore> _stores = [.. options.Value.AllStores()];
    private IReadOnlyList<Customer> _customers = book.All;
    private IReadOnlyList<PhonePrompt> _prompts = [];
    private Chat? _chat;
    private bool _isMoney;
    private MessageFaults _faults = MessageFaults.None;
    private string? _fault;

    public void Dispose()
    {
        _chat?.Unwatch(Refresh);
        money.Unwatch(Refresh);
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        if (options.Value.Enabled is not true)
        {
            navigation.NotFound();
            return;
        }

        money.Watch(Refresh);
        Show(chats.Open(_stores[0], _customers[0]));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        while (firstRender && !_leaving.IsCancellationRequested)
        {
            await money.NextMinuteAsync(_leaving.Token);
            StateHasChanged();
        }
    }

    private void Choose(Customer customer) => Show(chats.Open(CurrentStore, customer));

    private void Visit(SimulatedStore store) => Show(chats.Open(store, _chat?.Customer ?? _customers[0]));

    private void Add(CustomerDraft draft)
    {
        var outcome = book.Add(draft.Name, draft.Phone);
        _customers = book.All;
        switch (outcome)
        {
            case NewCustomerOutcome.Added added:
                _fault = null;
                Choose(added.Customer);
                break;
            case NewCustomerOutcome.Refused refused:
                _fault = refused.Reason;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private Task WriteAsync(string text) => _chat is { } chat ? line.WriteAsync(chat, text, _faults, _leaving.Token) : Task.CompletedTask;

    private Task ShowAsync() => _chat is { } chat ? line.ShowAsync(chat, "Do you have these?", _faults, _leaving.Token) : Task.CompletedTask;

    private Task TapAsync((Bubble Of, GraphChoice Choice) tap) =>
        _chat is { } chat ? line.TapAsync(chat, tap.Of, tap.Choice, _faults, _leaving.Token) : Task.CompletedTask;

    private void Trouble(GraphTrouble trouble) => line.Spoil(CurrentStore, trouble);

    private SimulatedStore CurrentStore => _chat?.Store ?? _stores[0];

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private void Show(Chat chat)
    {
        _chat?.Unwatch(Refresh);
        _chat = chat;
        chat.Watch(Refresh);
        _prompts = money.PromptsBefore(chat.Customer);
    }

    private void Refresh() => _ = InvokeAsync(() =>
    {
        _prompts = _chat is { } chat ? money.PromptsBefore(chat.Customer) : [];
        StateHasChanged();
    });
}
