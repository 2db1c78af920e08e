using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;

namespace Jirani.Bench.Rig;

/// <summary>The product as a process of its own, as it runs in a shop: Release, warnings only, and the simulator as its Meta.</summary>
internal sealed class App(Cluster cluster, int port) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private static int _lastPort = 25660;
    private Process? _process;
    private string _lastWords = "none";

    public int Port => port;

    public int ProcessId => _process!.Id;

    /// <summary>Listens below the ports that outgoing connections take, and never twice on one.</summary>
    public static App OnFreePort(Cluster cluster)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();
        return new App(cluster, _lastPort = Enumerable.Range(_lastPort + 1, 1000).First(port => !taken.Contains(port)));
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var command = Command("migrate");
        command.RedirectStandardOutput = true;
        using var migrate = Process.Start(command)!;
        var words = await migrate.StandardOutput.ReadToEndAsync(cancellationToken);
        await migrate.WaitForExitAsync(cancellationToken);
        if (migrate.ExitCode != 0)
        {
            throw new InvalidOperationException($"The database could not be migrated: {words}");
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var command = Command();
        command.RedirectStandardOutput = true;
        _process = Process.Start(command)!;
        _process.OutputDataReceived += (_, line) => _lastWords = line.Data ?? _lastWords;
        _process.BeginOutputReadLine();
        var since = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(since) > _patience)
            {
                throw new InvalidOperationException($"The app did not become ready. Its last words: {_lastWords}");
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>kill -9: nothing is finished, nothing is said.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public long ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{ProcessId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public TimeSpan ProcessorTime()
    {
        _process!.Refresh();
        return _process.TotalProcessorTime;
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync(CancellationToken.None);
        }

        _process?.Dispose();
    }

    private ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var dll = Cluster.Setting("JIRANI_APP");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(dll) };
        start.Environment.Remove("DOTNET_GCgen0size");   // what keeps the bench's own pauses out of its figures is not for the app
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["PUBLIC_SITE_URL"] = $"http://127.0.0.1:{port}",
        ["Logging__LogLevel__Default"] = "Warning",
        ["Simulator__Enabled"] = "true",
        ["Demo__Seed"] = "true",
        ["WhatsApp__AppSecret"] = SignedRequest.AppSecret,
        ["WhatsApp__AccessToken"] = "simulator-token",
        ["WhatsApp__GraphBaseUrl"] = $"http://127.0.0.1:{port}/simulator/graph",
        ["Flutterwave__TokenUrl"] = $"http://127.0.0.1:{port}/simulator/flutterwave/token",
        ["Flutterwave__BaseUrl"] = $"http://127.0.0.1:{port}/simulator/flutterwave",
        ["Flutterwave__ClientId"] = "simulator-client",
        ["Flutterwave__ClientSecret"] = "simulator-client-secret",
        ["Flutterwave__WebhookSecret"] = "jirani-development-webhook-secret",
        ["DataProtection__WrappingKey"] = Convert.ToBase64String(new byte[32]),
        ["ConnectionStrings__Migrations"] = cluster.ConnectionString("jirani_migrator"),
        ["ConnectionStrings__Service"] = cluster.ConnectionString("jirani_service"),
        ["ConnectionStrings__Dashboard"] = cluster.ConnectionString("jirani_dashboard"),
        ["ConnectionStrings__Public"] = cluster.ConnectionString("jirani_public"),
        ["ConnectionStrings__Identity"] = cluster.ConnectionString("jirani_identity"),
    };
}
