using Jirani.Bench.Rig;
using Jirani.Bench.Webhook;

namespace Jirani.Bench.Live;

/// <summary>
/// Two hundred owners look at the inboxes of ten shops while fifty customers write each second: how long from the commit to
/// the screen, whether anybody hears of another shop, what it costs those whose messages come in meanwhile, and in memory.
/// </summary>
internal sealed class LiveBench(Cluster cluster, App app, Arguments arguments)
{
    private const int IngestConnections = 8;
    private const int IngestRounds = 3;
    private const double MostMilliseconds = 100;
    private const double LeastIngest = 0.8;
    private const double GoalKilobytes = 300;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _ingest = TimeSpan.FromSeconds(6);
    private readonly Traffic _traffic = new(app);
    private readonly LogAudit _audit = new(cluster);
    private int _crowd;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await using var cluster = new Cluster();
        await using var app = App.OnFreePort(cluster);
        await app.MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        await Shops.OpenAsync(cluster, cancellationToken);
        return await new LiveBench(cluster, app, arguments).RunAsync(cancellationToken) ? 0 : 1;
    }

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await IngestAsync(cancellationToken);
        await cluster.ExecuteAsync("vacuum analyze", cancellationToken);   // As it is a minute later in a shop.
        var alone = await IngestOftenAsync(cancellationToken);
        var owners = await Task.WhenAll(Shops.All.Select(shop => OwnerSession.SignInAsync(new Uri($"http://127.0.0.1:{app.Port}"), shop, cancellationToken)));
        await using var screen = await BrowserScreen.OpenAsync(app, owners[0], Shops.All[0]);
        var circuits = await OpenAsync(owners, cancellationToken);
        var isQuick = await WatchAsync(circuits, screen, cancellationToken);
        var watched = await IngestOftenAsync(cancellationToken);
        Console.WriteLine($"Messages taken in a second for a shop nobody watches, beside {Traffic.PerSecond} a second that are watched: " +
            $"{watched:0}, without any screen {alone:0}: {watched / alone:0.00} (at least {LeastIngest:0.00})");
        var broken = await Invariants.BrokenAsync(cluster, cancellationToken);
        Console.WriteLine(broken.Count == 0 ? "Every invariant holds." : $"FAULTS:\n{string.Join('\n', broken)}");
        return isQuick && watched / alone >= LeastIngest && broken.Count == 0;
    }

    private async Task<IReadOnlyList<Circuit>> OpenAsync(OwnerSession[] owners, CancellationToken cancellationToken)
    {
        var before = app.ResidentMegabytes();
        var circuits = new List<Circuit>();
        var count = arguments.Number("--circuits", 199);
        while (circuits.Count < count)
        {
            var place = (circuits.Count + 1) % Shops.Count;
            circuits.Add(await Circuit.OpenAsync(app, owners[place], Shops.All[place], cancellationToken));
        }

        var kilobytes = (app.ResidentMegabytes() - before) * 1024.0 / count;
        Console.WriteLine($"Memory of the app {before} MB before and {app.ResidentMegabytes()} MB with {count} circuits: {kilobytes:0} KB for each (goal {GoalKilobytes})");
        return circuits;
    }

    private async Task<bool> WatchAsync(IReadOnlyList<Circuit> circuits, BrowserScreen screen, CancellationToken cancellationToken)
    {
        await _traffic.RunAsync(_warmUp, cancellationToken);
        var batches = circuits.Sum(circuit => circuit.Batches);
        var (first, last) = await _traffic.RunAsync(TimeSpan.FromSeconds(arguments.Number("--seconds", 30)), cancellationToken);
        await _audit.SettleAsync(cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var commits = await Traffic.CommitsAsync(cluster, first, last, cancellationToken);
        Console.WriteLine($"{last - first + 1} messages at {Traffic.PerSecond} a second, {circuits.Sum(circuit => circuit.Batches) - batches} render batches; load {MachineLoad.Now()}");
        var isQuick = Tell("circuits", [.. circuits.Select(circuit => (circuit.Shop, circuit.Sightings))], commits);
        return Tell("browser", [(Shops.All[0], await screen.SightingsAsync())], commits) && isQuick;
    }

    /// <returns>The median of some rounds: one alone says as much about the machine.</returns>
    private async Task<double> IngestOftenAsync(CancellationToken cancellationToken)
    {
        var rounds = new List<double>();
        while (rounds.Count < IngestRounds)
        {
            rounds.Add(await IngestAsync(cancellationToken));
        }

        return Statistics.Median(rounds);
    }

    /// <summary>Messages for the demo shop, as fast as they are taken, beside what is watched.</summary>
    private async Task<double> IngestAsync(CancellationToken cancellationToken)
    {
        var watched = _traffic.RunAsync(_ingest, cancellationToken);
        var taken = await new Load(cluster, app, new Crowd(++_crowd), IngestConnections).AcceptAsync(_ingest, cancellationToken);
        await watched;
        await _audit.SettleAsync(cancellationToken);
        return taken.PerSecond;
    }

    private static bool Tell(string who, IReadOnlyList<(Shop Shop, Sightings Sightings)> screens, Dictionary<int, DateTime> commits)
    {
        var awaited = screens.SelectMany(_ => commits.Keys, (screen, message) => (screen.Shop, screen.Sightings, Message: message))
            .Where(one => Traffic.ShopOf(one.Message) == one.Shop).ToList();
        double[] times = [.. awaited.Where(one => one.Sightings.Saw(one.Message))
            .Select(one => (one.Sightings.When(one.Message)!.Value - commits[one.Message]).TotalMilliseconds).Order()];
        var (missed, foreign) = (awaited.Count - times.Length, screens.Sum(screen => screen.Sightings.Foreign));
        Console.WriteLine($"{who}: {times.Length} changes seen, {missed} missed, {foreign} of another shop; from the commit to the screen, in milliseconds: " +
            $"median {Statistics.Percentile(times, 0.5):0.0}, 99 % {Statistics.Percentile(times, 0.99):0.0} (at most {MostMilliseconds}), longest {times[^1]:0.0}");
        return missed == 0 && foreign == 0 && Statistics.Percentile(times, 0.99) <= MostMilliseconds;
    }
}
