using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>5,000 messages at once over 64 connections, until all are answered, against the time pgbench needs for half as many.</summary>
internal sealed class BurstBench(Cluster cluster, App app, Pgbench pgbench, Func<Crowd> nextCrowd)
{
    private const int Connections = 64;
    private const int Messages = 5000;

    public async Task RunAsync(int rounds, TimeSpan time, List<string> faults, CancellationToken cancellationToken)
    {
        var ratios = new List<double>();
        for (var turn = 1; turn <= rounds; turn++)
        {
            var half = Messages / 2 / await pgbench.RunAsync(nextCrowd(), Connections, time, cancellationToken);
            var crowd = nextCrowd();
            var burst = await new Load(cluster, app, crowd, Connections).BurstAsync(Messages, cancellationToken);
            faults.AddRange(await new LogAudit(cluster).CheckAsync(crowd, burst.Sent, cancellationToken));
            ratios.Add(burst.Time.TotalSeconds / half);
            Console.WriteLine($"Burst {turn}: {Messages} answered in {burst.Time.TotalSeconds:0.00} s, pgbench's {Messages / 2} in {half:0.00} s");
        }

        Console.WriteLine($"Burst: {Statistics.Median(ratios):0.00} of pgbench's time for half as many (at most 1.00)");
    }
}
