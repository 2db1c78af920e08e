using Jirani.Bench.Rig;
using Jirani.Bench.Webhook;

namespace Jirani.Bench.Growth;

/// <summary>Two apps, one over an empty log and one over a full one, in turn.</summary>
internal sealed class IngestComparison(string empty, string full)
{
    private const int Connections = 32;
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(8);

    public async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var ratios = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var little = await MeasureAsync(empty, new Crowd(round), cancellationToken);
            var much = await MeasureAsync(full, new Crowd(round), cancellationToken);
            if (round > 0) // The first finds cold caches on both sides.
            {
                ratios.Add(much / little);
                Console.WriteLine($"Accepted a second: {little:0} over an empty log, {much:0} over a full one; load {MachineLoad.Now()}");
            }
        }

        Console.WriteLine($"Over a full log {Statistics.Median(ratios):0.00} of an empty one (at least 0.80)");
    }

    private static async Task<double> MeasureAsync(string database, Crowd crowd, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster(database);
        await using var app = App.OnFreePort(cluster);
        await app.StartAsync(cancellationToken);
        await new Load(cluster, app, new Crowd(50 + crowd.Round), Connections).AcceptAsync(TimeSpan.FromSeconds(5), cancellationToken);
        await new LogAudit(cluster).SettleAsync(cancellationToken);
        var result = await new Load(cluster, app, crowd, Connections).AcceptAsync(_time, cancellationToken);
        await new LogAudit(cluster).SettleAsync(cancellationToken);
        return result.PerSecond;
    }
}
