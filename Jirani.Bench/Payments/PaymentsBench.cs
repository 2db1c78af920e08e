using System.Diagnostics;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Payments;

/// <summary>
/// Hundreds of payments whose webhooks all come at once, each many times: how many are settled in a second, each asked after, booked
/// and told; and how fast the deliveries are answered meanwhile.
/// </summary>
internal sealed class PaymentsBench(Cluster cluster, App app, Arguments arguments)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly int _connections = arguments.Number("--connections", 32);
    private readonly int _duplicates = arguments.Number("--duplicates", 50);
    private readonly int _payments = arguments.Number("--payments", 400);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster();
        await using var app = App.OnFreePort(cluster);
        await app.MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return await new PaymentsBench(cluster, app, arguments).RunAsync(cancellationToken) ? 0 : 1;
    }

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"Payments settled in a second, {_connections} connections, each webhook {_duplicates} times:");
        Console.WriteLine($"{"round",5} {"begun/s",8} {"settled/s",9} {"webhooks/s",10} {"median ms",9} {"99 % ms",8}  load");
        var isWell = true;
        for (var round = 0; round <= arguments.Number("--rounds", 3); round++)
        {
            isWell &= await PlayAsync(round, cancellationToken);
        }

        var broken = await Invariants.BrokenAsync(cluster, cancellationToken);
        Console.WriteLine(broken.Count == 0 ? "Every payment settled once, every invariant holds." : $"FAULTS:\n{string.Join('\n', broken)}");
        return isWell && broken.Count == 0;
    }

    /// <summary>Round 0 warms up and is not told.</summary>
    private async Task<bool> PlayAsync(int round, CancellationToken cancellationToken)
    {
        var load = MachineLoad.Now();
        using var provider = new PlayedPayers(app, _connections);
        await provider.KeepSilentAsync(cancellationToken);
        var orders = await BenchOrders.PlaceAsync(cluster, _payments, cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        var charges = await provider.PayAsync(orders, cancellationToken);
        var begunPerSecond = _payments / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var told = Stopwatch.GetTimestamp();
        var settling = SettledAsync(orders, cancellationToken);
        var answers = await provider.TellAsync(charges, _duplicates, cancellationToken);
        var took = Stopwatch.GetElapsedTime(told);
        var (settled, after) = await settling;
        if (round > 0)
        {
            Console.WriteLine(
                $"{round,5} {begunPerSecond,8:0} {settled / after.TotalSeconds,9:0} {answers.Length / took.TotalSeconds,10:0} " +
                $"{Statistics.Percentile(answers, 0.5),9:0.0} {Statistics.Percentile(answers, 0.99),8:0.0}  {load}");
        }

        return settled == _payments;
    }

    private async Task<(long Settled, TimeSpan After)> SettledAsync(Guid[] orders, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        long settled;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            settled = await cluster.ValueAsync<long>("select count(*) from orders where id = any($1) and status = 'processing'", cancellationToken, orders);
        }
        while (settled < orders.Length && Stopwatch.GetElapsedTime(begun) < _patience);
        return (settled, Stopwatch.GetElapsedTime(begun));
    }
}
