using System.Net;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Tells the product what became of its messages: whatever fell due during one post makes up the next.</summary>
internal sealed partial class StatusWorker(
    StatusQueue queue, WebhookSender webhooks, TimeProvider time, IOptions<SimulatorOptions> options, ILogger<StatusWorker> logger)
    : BackgroundService
{
    private const int MostInOnePost = 100;
    private const int MostAttempts = 8;

    private static readonly TimeSpan _firstRetry = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Enabled is not true)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await queue.WaitAsync(stoppingToken);
            await PostDueAsync(stoppingToken);
        }
    }

    private async Task PostDueAsync(CancellationToken cancellationToken)
    {
        var due = queue.TakeDue(MostInOnePost);
        if (due.Count == 0 || await webhooks.PostAsync(StatusEnvelope.Write(due), cancellationToken) == HttpStatusCode.OK)
        {
            return;
        }

        LogRefused(due.Count);
        var now = time.GetUtcNow();
        queue.Add(due.Where(notice => notice.Attempt < MostAttempts).Select(notice => notice with
        {
            Attempt = notice.Attempt + 1,
            Due = now + (_firstRetry * Math.Pow(2, notice.Attempt)),
        }));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook endpoint did not take {Count} simulated statuses")]
    private partial void LogRefused(int count);
}
