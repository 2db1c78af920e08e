using System.Collections.Concurrent;
using System.Net;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Carries what a customer writes or taps to the product, as a signed webhook, with the faults that are switched on.</summary>
public sealed class CustomerLine(WebhookSender webhooks, ServiceWindows windows, FaultScript script, TimeProvider time)
{
    private static readonly TimeSpan[] _retries = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>How long the phone shows that an answer is being written.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<Chat, Sending> _overtaken = [];

    public Task WriteAsync(Chat chat, string text, MessageFaults faults, CancellationToken cancellationToken) =>
        SendAsync(chat, text, faults, (sender, id, at) => CustomerEnvelope.Text(chat.Store, sender, id, at, text), cancellationToken);

    /// <summary>Sends a photo with a line below it.</summary>
    public Task ShowAsync(Chat chat, string caption, MessageFaults faults, CancellationToken cancellationToken) =>
        SendAsync(chat, caption, faults, (sender, id, at) => CustomerEnvelope.Photo(chat.Store, sender, id, at, caption), cancellationToken, isPhoto: true);

    /// <param name="chat">Where it is tapped.</param>
    /// <param name="of">The message of the shop that offered the choice.</param>
    /// <param name="choice">What is tapped.</param>
    /// <param name="faults">What goes wrong on the way.</param>
    /// <param name="cancellationToken">Ends it when the phone is put away.</param>
    public Task TapAsync(Chat chat, Bubble of, GraphChoice choice, MessageFaults faults, CancellationToken cancellationToken) =>
        SendAsync(chat, choice.Title, faults, (sender, id, at) => CustomerEnvelope.Tap(chat.Store, sender, id, at, of, choice), cancellationToken);

    /// <summary>Arranges for something to happen to the shop's next reply at Meta.</summary>
    internal void Spoil(SimulatedStore store, GraphTrouble trouble) => script.Add(new FaultRequest(store.PhoneNumberId, [trouble.ToFault()]));

    private async Task SendAsync(
        Chat chat, string text, MessageFaults faults, Func<Customer, string, DateTimeOffset, byte[]> envelope,
        CancellationToken cancellationToken, bool isPhoto = false)
    {
        var sender = faults.IsWithoutPhone ? chat.Customer with { Phone = null } : chat.Customer;
        var id = MessageIds.New(sender.Address);
        var writtenAt = time.GetUtcNow().AddMinutes(-faults.MinutesLate);
        windows.Remember(chat.Store.PhoneNumberId, sender.Address, writtenAt);
        chat.Add(new Bubble(id, text, writtenAt, [], Tick.Sending) { IsPhoto = isPhoto });

        var sending = new Sending(id, envelope(sender, id, writtenAt), faults);
        if (faults.IsOvertaken && _overtaken.TryAdd(chat, sending))
        {
            return;
        }

        var overtaken = _overtaken.TryRemove(chat, out var earlier) ? earlier : null;
        await DeliverAsync(chat, sending, cancellationToken);
        if (overtaken is not null)
        {
            await DeliverAsync(chat, overtaken, cancellationToken);
        }

        await Task.Delay(_patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        chat.GiveUpWaiting(id);
    }

    private async Task DeliverAsync(Chat chat, Sending sending, CancellationToken cancellationToken)
    {
        var answer = sending.Faults.IsForged
            ? await webhooks.PostForgedAsync(sending.Body, cancellationToken)
            : await PostAsync(sending.Body, cancellationToken);
        if (answer != HttpStatusCode.OK)
        {
            chat.Mark(sending.Id, Tick.Failed, answer is { } code ? $"The webhook answered {(int)code}." : "The webhook did not answer.");
            chat.GiveUpWaiting(sending.Id);
            return;
        }

        chat.Mark(sending.Id, Tick.Delivered);
        if (sending.Faults.IsTwice)
        {
            await PostAsync(sending.Body, cancellationToken);
        }
    }

    private async Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        var answer = await webhooks.PostAsync(body, cancellationToken);
        foreach (var wait in _retries)
        {
            if (answer == HttpStatusCode.OK)
            {
                break;
            }

            await Task.Delay(wait, time, cancellationToken);
            answer = await webhooks.PostAsync(body, cancellationToken);
        }

        return answer;
    }

    private sealed record Sending(string Id, byte[] Body, MessageFaults Faults);
}
