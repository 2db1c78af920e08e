using System.Threading.Channels;
using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// Keeps what webhooks bring before they are answered. Whoever waits while one batch is written makes up the next one;
/// alone, a batch is one. The dialogue has no part in this: what it does later cannot lose a message.
/// </summary>
public sealed partial class Intake(IntakeLog log, AnsweringTurns answering, MessagingTelemetry telemetry, ILogger<Intake> logger) : BackgroundService
{
    private const int MostWaiting = 2000;
    private const int MostItems = 500;

    /// <summary>Meta waits longer, but a database that needs this long is better asked again.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly Channel<Delivery> _waiting = Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <param name="items">What the body held, in its order.</param>
    /// <param name="storeId">The store whose own address was called, to which every item must belong; null for the common address.</param>
    /// <param name="cancellationToken">Stops waiting; what was handed over is kept all the same.</param>
    public async Task<IntakeReceipt> AcceptAsync(IReadOnlyList<WebhookItem> items, Guid? storeId, CancellationToken cancellationToken)
    {
        var delivery = new Delivery(items, storeId);
        if (!_waiting.Writer.TryWrite(delivery))
        {
            return IntakeReceipt.ComeAgain;
        }

        try
        {
            await delivery.Kept.WaitAsync(_patience, cancellationToken);
            return IntakeReceipt.Stored;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            return IntakeReceipt.ComeAgain;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            await KeepAsync(TakeBatch(), stoppingToken);
        }
    }

    private List<Delivery> TakeBatch()
    {
        var batch = new List<Delivery>();
        for (var items = 0; items < MostItems && _waiting.Reader.TryRead(out var delivery); items += delivery.Items.Count)
        {
            batch.Add(delivery);
        }

        return batch;
    }

    private async Task KeepAsync(List<Delivery> batch, CancellationToken stoppingToken)
    {
        try
        {
            var items = batch.SelectMany(delivery => delivery.Items.Select(item => new IntakeItem(item, delivery.StoreId))).ToList();
            using var step = telemetry.Begin("receive", items.Count);
            answering.Wake(await log.KeepAsync(items, stoppingToken));
            telemetry.Kept(items.Count);
            batch.ForEach(delivery => delivery.Complete());
        }
        catch (Exception error) // Whatever it was, the senders hear "come again" and the next batch has its turn.
        {
            LogNotKept(batch.Count, error.GetType().Name, (error as PostgresException)?.SqlState);
            batch.ForEach(delivery => delivery.Fail(error as NpgsqlException ?? new NpgsqlException("The batch was not kept.", error)));
        }
    }

    [LoggerMessage(LogLevel.Error, "{Deliveries} webhook deliveries were not kept: {Error} {SqlState}")]
    private partial void LogNotKept(int deliveries, string error, string? sqlState);
}
