using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>ADD messages over HTTP against pgbench, in alternating rounds; then a burst, a replay, and the memory.</summary>
internal sealed class WebhookBench(Cluster cluster, App app, Pgbench pgbench, ProcessorTime processor, Arguments arguments)
{
    private readonly LogAudit _audit = new(cluster);
    private readonly List<string> _faults = [];
    private readonly List<Round> _rounds = [];
    private readonly TimeSpan _time = TimeSpan.FromSeconds(arguments.Number("--seconds", 6));
    private int _crowds;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster();
        await using var app = App.OnFreePort(cluster);
        using var pgbench = new Pgbench(cluster);
        await app.MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        var processor = await ProcessorTime.OfAsync(app, cluster, cancellationToken);
        var bench = new WebhookBench(cluster, app, pgbench, processor, arguments);
        return await bench.RunAsync(cancellationToken);
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await WarmUpAsync(cancellationToken);
        Console.WriteLine("A second: pgbench's transactions, messages accepted, messages answered. Then the processor's milliseconds for one:");
        Console.WriteLine("of PostgreSQL for pgbench, for accepted (till all is answered) and for answered; of the app for both.");
        Console.WriteLine($"{"connections",11} {"round",5} {"pgbench",9} {"accepted",9} {"answered",9} {"pg",13} {"pg acc",6} {"pg ans",6} {"app acc",7} {"app ans",7}  load");
        var rounds = arguments.Number("--rounds", 3);
        foreach (var connections in arguments.Numbers("--connections", 1, 8, 32))
        {
            for (var turn = 1; turn <= rounds; turn++)
            {
                await PlayAsync(connections, turn, cancellationToken);
            }
        }

        await new BurstBench(cluster, app, pgbench, () => new Crowd(++_crowds)).RunAsync(rounds, _time, _faults, cancellationToken);
        await new ReplayBench(cluster, app).RunAsync(new Crowd(++_crowds), _faults, cancellationToken);
        return Conclude();
    }

    /// <summary>Code compiled, plans made, statistics true: what a shop has after its first minutes.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await pgbench.RunAsync(new Crowd(++_crowds), 8, TimeSpan.FromSeconds(2), cancellationToken);
        await cluster.ExecuteAsync("analyze", cancellationToken);
        await new Load(cluster, app, new Crowd(++_crowds), 32).AcceptAsync(TimeSpan.FromSeconds(5), cancellationToken);
        await new Load(cluster, app, new Crowd(++_crowds), 32).AnswerAsync(TimeSpan.FromSeconds(10), cancellationToken);
        await _audit.SettleAsync(cancellationToken);
        await cluster.ExecuteAsync("analyze", cancellationToken);
    }

    private async Task PlayAsync(int connections, int turn, CancellationToken cancellationToken)
    {
        var load = MachineLoad.Now();
        var before = processor.ClusterMilliseconds();
        var pgbenched = await pgbench.RunAsync(new Crowd(++_crowds), connections, _time, cancellationToken);
        var cost = (processor.ClusterMilliseconds() - before) / (pgbenched * _time.TotalSeconds);
        var accepted = await MeasureAsync(connections, load => load.AcceptAsync(_time, cancellationToken), cancellationToken);
        var answered = await MeasureAsync(connections, load => load.AnswerAsync(_time, cancellationToken), cancellationToken);
        _rounds.Add(new Round(connections, pgbenched, accepted.PerSecond, answered.PerSecond));
        Console.WriteLine(
            $"{connections,11} {turn,5} {pgbenched,9:0} {accepted.PerSecond,9:0} {answered.PerSecond,9:0} {cost,13:0.00} " +
            $"{accepted.Cluster,6:0.00} {answered.Cluster,6:0.00} {accepted.App,7:0.00} {answered.App,7:0.00}  {load}");
    }

    private async Task<Measured> MeasureAsync(int connections, Func<Load, Task<LoadResult>> run, CancellationToken cancellationToken)
    {
        var crowd = new Crowd(++_crowds);
        var (clusterBefore, appBefore) = (processor.ClusterMilliseconds(), processor.AppMilliseconds());
        var result = await run(new Load(cluster, app, crowd, connections));
        await _audit.SettleAsync(cancellationToken);
        var measured = new Measured(
            result.PerSecond,
            (processor.ClusterMilliseconds() - clusterBefore) / result.Sent.Sum(),
            (processor.AppMilliseconds() - appBefore) / result.Sent.Sum());
        _faults.AddRange(await _audit.CheckAsync(crowd, result.Sent, cancellationToken));
        return measured;
    }

    private int Conclude()
    {
        foreach (var same in _rounds.GroupBy(round => round.Connections))
        {
            Console.WriteLine($"At {same.Key,2}: accepted {Accepted(same):0.00}, answered {Answered(same):0.00} of pgbench (medians of {same.Count()} rounds)");
        }

        var at = _rounds.ToLookup(round => round.Connections);
        if (at.Contains(8) && at.Contains(32))
        {
            Console.WriteLine($"Answered at 32 is {Statistics.Median(at[32].Select(round => round.Answered)) / Statistics.Median(at[8].Select(round => round.Answered)):0.00} of answered at 8 (at least 1.8)");
        }

        Console.WriteLine($"Memory of the app after all this: {app.ResidentMegabytes()} MB (under 250)");
        Console.WriteLine(_faults.Count == 0
            ? "No message lost, answered twice or out of order, every cart exact, every invariant holds."
            : $"FAULTS:\n{string.Join('\n', _faults)}");
        return _faults.Count == 0 ? 0 : 1;
    }

    private static double Accepted(IEnumerable<Round> rounds) => Statistics.Median(rounds.Select(round => round.Accepted / round.Pgbench));

    private static double Answered(IEnumerable<Round> rounds) => Statistics.Median(rounds.Select(round => round.Answered / round.Pgbench));

    /// <summary>Milliseconds of processor time are for one message.</summary>
    private sealed record Measured(double PerSecond, double Cluster, double App);

    /// <summary>All three a second, one after the other on the same database.</summary>
    private sealed record Round(int Connections, double Pgbench, double Accepted, double Answered);
}
