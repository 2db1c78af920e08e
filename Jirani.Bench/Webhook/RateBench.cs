using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>A steady rate on one number, three statuses to one message, each request at its time whatever became of those before.</summary>
internal sealed class RateBench(Cluster cluster, App app, Arguments arguments)
{
    private const int Lines = 128;
    private readonly LogAudit _audit = new(cluster);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster();
        await using var app = App.OnFreePort(cluster);
        await app.MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return await new RateBench(cluster, app, arguments).RunAsync(cancellationToken);
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var rate = arguments.Number("--rate", 320);
        var seconds = arguments.Number("--seconds", 60);
        var plan = await RatePlan.PrepareAsync(cluster, rate * (seconds + 5) / 4, cancellationToken);
        using var lines = new OpenLoop(app.Port, Lines);
        await lines.RunAsync(plan.Requests(new Crowd(1), rate * 5), rate, cancellationToken);
        await _audit.SettleAsync(cancellationToken);
        Console.WriteLine($"{rate} requests a second for {seconds} s, three statuses to one message; load {MachineLoad.Now()}");
        var crowd = new Crowd(2);
        var answers = await lines.RunAsync(plan.Requests(crowd, rate * seconds), rate, cancellationToken);
        var refused = answers.Count(answer => answer.Status != 200);
        var faults = await _audit.CheckAsync(crowd, [answers.Count / 4], cancellationToken);
        Print([.. answers.Select(answer => answer.Milliseconds).Order()], refused);
        Console.WriteLine($"Load {MachineLoad.Now()}, memory of the app {app.ResidentMegabytes()} MB");
        Console.WriteLine(faults.Count == 0 ? "No message lost, answered twice or out of order, every invariant holds." : $"FAULTS:\n{string.Join('\n', faults)}");
        return faults.Count + refused == 0 ? 0 : 1;
    }

    private static void Print(double[] sorted, int refused) => Console.WriteLine(
        $"{sorted.Length} answers, {refused} not 200; from the planned time, in milliseconds: median {Statistics.Percentile(sorted, 0.5):0.0} (at most 25), " +
        $"99 % {Statistics.Percentile(sorted, 0.99):0.0} (at most 250), longest {sorted[^1]:0.0} (at most 1000)");
}
