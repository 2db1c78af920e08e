using System.Diagnostics;
using System.Globalization;
using Jirani.Bench.Rig;
using Npgsql;

namespace Jirani.Bench.Chaos;

/// <summary>The cluster's own process: found in its files, killed, and started again with the words it was started with.</summary>
internal sealed class Postmaster(Cluster cluster, string folder, string words, int id) : IAsyncDisposable
{
    private int _id = id;
    private Process? _started;

    public static async Task<Postmaster> FindAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        var folder = await cluster.ValueAsync<string>("select current_setting('data_directory')", cancellationToken);
        var words = await cluster.ValueAsync<string>("select pg_read_file('postmaster.opts')", cancellationToken);
        var file = await cluster.ValueAsync<string>("select pg_read_file('postmaster.pid')", cancellationToken);
        return new Postmaster(cluster, folder, words.Trim(), int.Parse(file.Split('\n')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>kill -9. Its children notice by themselves and may commit until then, so the end of the last one is waited for.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        var children = ProcessorTime.ChildrenOf(_id).ToList();
        using var kill = Process.Start("kill", ["-9", $"{_id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        while (children.Any(child => Directory.Exists($"/proc/{child}")))
        {
            await Task.Delay(20, cancellationToken);
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>PostgreSQL refuses root, so the words run as its own user where we are root.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var asUser = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --init-groups " : "";
        _started = Process.Start(new ProcessStartInfo("sh", ["-c", $"cd / && exec {asUser}{words} >>'{folder}/../restarted.log' 2>&1"]))!;
        _id = _started.Id;
        while (!await IsReadyAsync(cancellationToken))
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>What was started here ends here; the first one is its starter's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_started is null)
        {
            return;
        }

        using var kill = Process.Start("kill", ["-INT", $"{_id}"]);
        await _started.WaitForExitAsync();
        _started.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await cluster.ValueAsync<int>("select 1", cancellationToken) == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
