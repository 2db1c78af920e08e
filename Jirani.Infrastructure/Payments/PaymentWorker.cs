using Jirani.Infrastructure.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Payments;

/// <summary>
/// Four things that go on by themselves, none of which holds up another: attempts the chat asked for, webhooks that were kept, payments
/// and refunds whose end nobody told us.
/// </summary>
public sealed partial class PaymentWorker(
    PaymentStarts starts, PaymentEventWork events, PaymentPolls polls, RefundFollower refunds, PaymentWakes wakes, ILogger<PaymentWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RunAsync(wakes.Starts, starts.BeginDueAsync, stoppingToken),
        RunAsync(wakes.Events, events.WorkOffAsync, stoppingToken),
        RunAsync(wakes.Polls, polls.AskDueAsync, stoppingToken),
        RunAsync(wakes.Refunds, refunds.FollowDueAsync, stoppingToken));

    /// <param name="wake">Ends the wait.</param>
    /// <param name="work">Returns how much it found; it is asked again at once while it finds something.</param>
    /// <param name="stoppingToken">Ends it.</param>
    private async Task RunAsync(Signal wake, Func<CancellationToken, Task<int>> work, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await work(stoppingToken) > 0)
                {
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever stopped one turn, the next look begins again: everything due is still due.
                LogLater(error.GetType().Name, (error as PostgresException)?.SqlState);
            }

            await wake.WaitAsync(_lookEvery, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Payments wait for their next turn: {Error} {SqlState}")]
    private partial void LogLater(string error, string? sqlState);
}
