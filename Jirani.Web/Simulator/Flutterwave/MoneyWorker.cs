using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Tells the product how its charges and refunds ended, again where it did not answer 200, and approves by itself where it was told to.</summary>
internal sealed partial class MoneyWorker(
    MoneyQueue queue, PaymentWebhookSender webhooks, Prompts prompts, TimeProvider time, IOptions<SimulatorOptions> options, ILogger<MoneyWorker> logger)
    : BackgroundService
{
    private const int AtOnce = 16;
    private const int MostAttempts = 5;

    private static readonly TimeSpan _firstRetry = TimeSpan.FromMilliseconds(500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled is true
        ? Parallel.ForEachAsync(
            queue.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, PlayAsync)
        : Task.CompletedTask;

    private async ValueTask PlayAsync(MoneyTask task, CancellationToken cancellationToken)
    {
        switch (task)
        {
            case MoneyTask.Tell tell:
                await TellAsync(tell, cancellationToken);
                break;
            case MoneyTask.Approve approve:
                prompts.Decide(approve.ChargeId, PromptDecision.Approve);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private async Task TellAsync(MoneyTask.Tell tell, CancellationToken cancellationToken)
    {
        if (await webhooks.PostAsync(tell.Body, cancellationToken) == HttpStatusCode.OK)
        {
            return;
        }

        LogRefused();
        if (tell.Attempt < MostAttempts)
        {
            queue.Add(tell with { Attempt = tell.Attempt + 1 }, time.GetUtcNow() + (_firstRetry * Math.Pow(2, tell.Attempt)));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook endpoint did not take a simulated payment event")]
    private partial void LogRefused();
}
