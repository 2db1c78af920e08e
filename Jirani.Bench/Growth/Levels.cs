using Jirani.Bench.Rig;

namespace Jirani.Bench.Growth;

/// <summary>Three databases that differ in nothing but how much stands in the log, and one with an empty log.</summary>
internal static class Levels
{
    public const string Empty = "jirani_empty";

    public static IReadOnlyList<(string Database, int Rows)> All { get; } =
        [("jirani_small", 10_000), ("jirani_middle", 1_000_000), (Cluster.Product, 5_000_000)];

    public static async Task BuildAsync(CancellationToken cancellationToken)
    {
        await using (var cluster = new Cluster())
        {
            await App.OnFreePort(cluster).MigrateAsync(cancellationToken);
        }

        await Databases.CopyAsync(Cluster.Product, Empty, cancellationToken);
        var have = 0;
        foreach (var (database, rows) in All)
        {
            await FillAsync(have, rows, cancellationToken);
            have = rows;
            if (database != Cluster.Product)
            {
                await Databases.CopyAsync(Cluster.Product, database, cancellationToken);
            }
        }
    }

    private static async Task FillAsync(int from, int to, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster();
        await new LogFilling(cluster).RunAsync(from, to, cancellationToken);
    }
}
