using Jirani.Bench.Rig;

namespace Jirani.Bench.Growth;

/// <summary>
/// What the screen and the dialogue read, with little and with much in the log, in turn on databases of their own that
/// differ in nothing else; and how fast messages are taken on above an empty and a full log.
/// </summary>
internal static class GrowthBench
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await Levels.BuildAsync(cancellationToken);
        var rounds = arguments.Number("--rounds", 3);
        await CompareReadsAsync(rounds, cancellationToken);
        await new IngestComparison(Levels.Empty, Cluster.Product).RunAsync(rounds, cancellationToken);
        return 0;
    }

    private static async Task CompareReadsAsync(int rounds, CancellationToken cancellationToken)
    {
        var times = new List<(int Rows, ReadTimes Times)>();
        Console.WriteLine($"{"rows",9} {"thread",9} {"list",9} {"count",9}  medians in milliseconds; load");
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (database, rows) in Levels.All)
            {
                await using var cluster = new Cluster(database);
                var measured = await new ReadMeasurement(cluster).RunAsync(cancellationToken);
                if (round > 0) // The first finds code that is not compiled and caches that are cold.
                {
                    times.Add((rows, measured));
                    Console.WriteLine($"{rows,9} {measured.Thread,9:0.00} {measured.List,9:0.00} {measured.Count,9:0.00}  {MachineLoad.Now()}");
                }
            }
        }

        Console.WriteLine(
            $"{Levels.All[^1].Rows} rows to {Levels.All[0].Rows}: thread {Ratio(times, time => time.Thread):0.00}, " +
            $"list {Ratio(times, time => time.List):0.00}, count {Ratio(times, time => time.Count):0.00} (at most 2)");
    }

    private static double Ratio(List<(int Rows, ReadTimes Times)> times, Func<ReadTimes, double> part) =>
        Median(times, Levels.All[^1].Rows, part) / Median(times, Levels.All[0].Rows, part);

    private static double Median(List<(int Rows, ReadTimes Times)> times, int rows, Func<ReadTimes, double> part) =>
        Statistics.Median(times.Where(time => time.Rows == rows).Select(time => part(time.Times)));
}
