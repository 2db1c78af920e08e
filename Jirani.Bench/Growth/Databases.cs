using Jirani.Bench.Rig;
using Npgsql;

namespace Jirani.Bench.Growth;

internal static class Databases
{
    /// <summary>As files; nobody may be connected to the original.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        NpgsqlConnection.ClearAllPools();
        await using var cluster = new Cluster("postgres");
        await cluster.ExecuteAsync($"create database {to} template {from} strategy file_copy", cancellationToken);
    }
}
