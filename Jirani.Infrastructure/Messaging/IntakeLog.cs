using System.Text;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Writes intake's batches: one round trip each, while everything has its place.</summary>
public sealed class IntakeLog(ServiceDatabase database, LiveUpdates live)
{
    private const int MostRivals = 3;

    /// <returns>The conversations that have something new to answer.</returns>
    /// <exception cref="NpgsqlException">Nothing, or not everything, was kept: the database is away or full.</exception>
    internal async Task<IReadOnlyCollection<ConversationKey>> KeepAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(items, cancellationToken);
        }
        catch (Exception error) when (IsAboutTheItems(error) && items.Count > 1)
        {
            var half = items.Count / 2;
            var first = await KeepAsync([.. items.Take(half)], cancellationToken);
            return [.. first, .. await KeepAsync([.. items.Skip(half)], cancellationToken)];
        }
        catch (Exception error) when (IsAboutTheItems(error))
        {
            var why = (error as PostgresException)?.SqlState ?? "text";
            await QuarantineAsync([items[0].Item.SetAside($"refused:{why}")], cancellationToken);
            return [];
        }
    }

    private static bool IsAboutTheItems(Exception error) =>
        error is EncoderFallbackException || (error is PostgresException refused && refused.IsAboutTheData());

    /// <summary>Two instances that keep the same retried ids crosswise can deadlock; whoever lost writes again, and finds them kept.</summary>
    private async Task<IReadOnlyCollection<ConversationKey>> WriteAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken)
    {
        for (var rivals = 1; ; rivals++)
        {
            try
            {
                return await WriteAsync(new IntakeBatch(items), cancellationToken);
            }
            catch (PostgresException error) when (error.IsRivalry() && rivals <= MostRivals)
            {
                await Task.Delay(Random.Shared.Next(5, 30), cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyCollection<ConversationKey>> WriteAsync(IntakeBatch intake, CancellationToken cancellationToken)
    {
        var keys = new HashSet<ConversationKey>();
        var changes = new HashSet<StoreChange>();
        var unrouted = new List<WebhookItem.Unusable>();
        await using var batch = database.Source.CreateBatch();
        intake.Fill(batch);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    intake.Take(reader, keys, changes, unrouted);
                }
            }
            while (await reader.NextResultAsync(cancellationToken));
        }

        await QuarantineAsync(unrouted, cancellationToken);
        live.Publish(changes);
        return keys;
    }

    private async Task QuarantineAsync(List<WebhookItem.Unusable> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        await using var batch = database.Source.CreateBatch();
        IntakeBatch.AddQuarantine(batch, items);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
