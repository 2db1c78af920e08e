using Jirani.Bench.Rig;
using Jirani.Bench.Webhook;

namespace Jirani.Bench.Chaos;

/// <summary>The long faults: the app killed, the database killed, the disk full, each under load, each followed by the whole audit.</summary>
internal static class ChaosBench
{
    private const int Connections = 8;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var seed = arguments.Number("--seed", Environment.TickCount);
        var rounds = arguments.Number("--rounds", 20);
        Console.WriteLine($"Seed {seed}, {rounds} rounds, {Connections} connections; load {MachineLoad.Now()}");
        await using var cluster = new Cluster();
        await using var app = App.OnFreePort(cluster);
        await using var postmaster = await Postmaster.FindAsync(cluster, cancellationToken);
        await app.MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        IFault[] faults = [new AppKilled(app, rounds, new Random(seed)), new PostmasterKilled(app, postmaster, Math.Max(1, rounds / 10)), new DiskFull(app, cluster)];
        var failed = 0;
        foreach (var fault in faults.Where(fault => arguments.Word("--only") is not { } only || only == fault.Name))
        {
            failed += await PlayAsync(cluster, app, fault, new Crowd(Array.IndexOf(faults, fault) + 1), cancellationToken);
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> PlayAsync(Cluster cluster, App app, IFault fault, Crowd crowd, CancellationToken cancellationToken)
    {
        if (fault.WhyNot is { } why)
        {
            Console.WriteLine($"{fault.Name}: not run, {why}");
            return 0;
        }

        await using var driver = Driver.Start(app, crowd, Connections, cancellationToken);
        List<string> faults = [.. await fault.PlayAsync(driver, cancellationToken)];
        var acknowledged = await driver.FinishAsync();
        faults.AddRange(await new LogAudit(cluster).CheckAsync(crowd, acknowledged, cancellationToken));
        faults.AddRange(await driver.Ledger.CheckAsync(cluster, cancellationToken));
        var verdict = faults.Count == 0 ? "none lost, none answered twice, order kept, carts exact, invariants hold" : $"FAULTS:\n{string.Join('\n', faults)}";
        Console.WriteLine($"{fault.Name}: {acknowledged.Sum()} acknowledged, {driver.Tries - acknowledged.Sum()} tries in vain; {verdict}");
        return faults.Count;
    }
}
