using System.Diagnostics;

namespace Jirani.Bench.Rig;

internal static class Invariants
{
    /// <returns>What must never be false and is; nothing while all is well.</returns>
    public static async Task<IReadOnlyList<string>> BrokenAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Cluster.Root, "db", "tests", "invariants.sql");
        using var psql = Process.Start(cluster.Client("psql", "postgres", "-AtqX", "-f", file))!;
        var errors = psql.StandardError.ReadToEndAsync(cancellationToken);
        var rows = await psql.StandardOutput.ReadToEndAsync(cancellationToken);
        await psql.WaitForExitAsync(cancellationToken);
        return [.. $"{rows}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
