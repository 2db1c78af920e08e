using System.Net;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Carries what a customer writes or taps to the product, as a signed webhook.</summary>
public sealed class CustomerLine(WebhookSender webhooks, ServiceWindows windows, TimeProvider time)
{
    private static readonly TimeSpan[] _retries = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>How long the phone shows that an answer is being written.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(6);

    public Task WriteAsync(Chat chat, string text, CancellationToken cancellationToken) =>
        SendAsync(chat, text, (id, at) => CustomerEnvelope.Text(chat, id, at, text), cancellationToken);

    /// <param name="of">The message of the shop that offered the choice.</param>
    public Task TapAsync(Chat chat, Bubble of, GraphChoice choice, CancellationToken cancellationToken) =>
        SendAsync(chat, choice.Title, (id, at) => CustomerEnvelope.Tap(chat, id, at, of, choice), cancellationToken);

    private async Task SendAsync(
        Chat chat, string text, Func<string, DateTimeOffset, byte[]> envelope, CancellationToken cancellationToken)
    {
        var id = MessageIds.New(chat.Customer.Address);
        var now = time.GetUtcNow();
        windows.Remember(chat.Store.PhoneNumberId, chat.Customer.Address, now);
        chat.Add(new Bubble(id, text, now, [], Tick.Sending));

        var answer = await PostAsync(envelope(id, now), cancellationToken);
        if (answer != HttpStatusCode.OK)
        {
            chat.Mark(id, Tick.Failed, answer is { } code ? $"The webhook answered {(int)code}." : "The webhook did not answer.");
            chat.GiveUpWaiting(id);
            return;
        }

        chat.Mark(id, Tick.Delivered);
        await Task.Delay(_patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        chat.GiveUpWaiting(id);
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
}
