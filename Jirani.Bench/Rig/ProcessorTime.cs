using System.Globalization;

namespace Jirani.Bench.Rig;

/// <summary>
/// Processor time of the app and of the whole cluster: on a machine that others use too, it says more than the clock.
/// </summary>
internal sealed class ProcessorTime(int appId, int postmasterId)
{
    /// <summary>The kernel counts in hundredths of a second, on every machine that runs this.</summary>
    private const double MillisecondsPerTick = 10;
    private const int ParentPlace = 1;
    private const int OwnPlace = 11;
    private const int EndedChildrenPlace = 13;

    public static async Task<ProcessorTime> OfAsync(App app, Cluster cluster, CancellationToken cancellationToken)
    {
        var file = await cluster.ValueAsync<string>("select pg_read_file('postmaster.pid')", cancellationToken);
        return new ProcessorTime(app.ProcessId, int.Parse(file.Split('\n')[0], CultureInfo.InvariantCulture));
    }

    public double AppMilliseconds() => Ticks(Fields(appId), OwnPlace) * MillisecondsPerTick;

    /// <summary>The back ends that live, and through the postmaster those that ended.</summary>
    public double ClusterMilliseconds()
    {
        var postmaster = Fields(postmasterId);
        var ticks = Ticks(postmaster, OwnPlace) + Ticks(postmaster, EndedChildrenPlace);
        foreach (var child in ChildrenOf(postmasterId))
        {
            ticks += Fields(child) is { Length: > OwnPlace + 1 } fields ? Ticks(fields, OwnPlace) : 0;
        }

        return ticks * MillisecondsPerTick;
    }

    public static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0 && Fields(id) is { Length: > ParentPlace } fields && fields[ParentPlace] == parent
        select id;

    private static long Ticks(long[] fields, int place) => fields[place] + fields[place + 1];

    /// <summary>The fields of stat that follow the name, which may hold anything; the letter of the state counts as nought.</summary>
    private static long[] Fields(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return []; // It ended between the list and the look.
        }
    }
}
