using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>The yardstick: as the product's login, prepared, with the product's planner settings.</summary>
internal sealed partial class Pgbench(Cluster cluster) : IDisposable
{
    private readonly string _script = Path.GetTempFileName();

    /// <returns>Transactions a second.</returns>
    public async Task<double> RunAsync(Crowd crowd, int clients, TimeSpan time, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_script, PgbenchScript.Write(), cancellationToken);
        var start = cluster.Client(
            "pgbench", "jirani_service", "-n", "-M", "prepared", "-f", _script, "-c", $"{clients}", "-j", $"{Math.Min(clients, 2)}",
            "-T", $"{time.TotalSeconds:0}", "-D", "turn=-1", "-D", $"round={crowd.Round}", "-D", $"first_phone={crowd.FirstPhoneOfRound}");
        start.Environment["PGOPTIONS"] = "-c plan_cache_mode=force_generic_plan -c jit=off";
        using var pgbench = Process.Start(start)!;
        var errors = pgbench.StandardError.ReadToEndAsync(cancellationToken);
        var output = await pgbench.StandardOutput.ReadToEndAsync(cancellationToken);
        await pgbench.WaitForExitAsync(cancellationToken);
        return pgbench.ExitCode == 0 && PerSecond().Match(output) is { Success: true } found
            ? double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench failed: {output}{await errors}");
    }

    public void Dispose() => File.Delete(_script);

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex PerSecond();
}
