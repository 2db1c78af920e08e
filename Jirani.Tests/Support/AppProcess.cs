using System.Diagnostics;
using System.Net;
using System.Text;

namespace Jirani.Tests.Support;

/// <summary>The built app as a process of its own, for what only a process can show: kill -9, signals, its output.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private AppProcess(Process process, int port)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Everything it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Runs the migrate command, with the demo stores, to its end.</summary>
    public static async Task MigrateAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var migration = Start(AppSettings.For(database, Port.Free()), 0, "migrate");
        await migration._process.WaitForExitAsync(cancellationToken);
        Assert.True(migration.ExitCode == 0, migration.Output);
    }

    /// <summary>Starts the app and waits until it is ready.</summary>
    public static async Task<AppProcess> StartAsync(
        TestDatabase database, CancellationToken cancellationToken, int? port = null, WireProxy? wire = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var chosen = port ?? Port.Free();
        var all = AppSettings.For(database, chosen, wire);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            all[name] = value;
        }

        var app = Start(all, chosen);
        await WaitUntil.TrueAsync($"the app is ready\n{app.Output}", app.IsReadyAsync, TimeSpan.FromSeconds(30), cancellationToken);
        return app;
    }

    /// <summary>Starts it without waiting: for settings that must stop the start.</summary>
    public static AppProcess Start(IReadOnlyDictionary<string, string> settings, int port, params string[] arguments)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Repository.File("Jirani.Web", "bin", folder.Parent!.Name, folder.Name, "Jirani.Web.dll");
        var start = new ProcessStartInfo("dotnet", [built, .. arguments])
        {
            WorkingDirectory = Repository.File("Jirani.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new AppProcess(new Process { StartInfo = start }, port);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>kill -9: nothing of it runs any more when this returns.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <param name="name">TERM, INT, STOP, CONT …</param>
    public async Task SignalAsync(string name, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        Client.Dispose();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(_process.HasExited, Output);
        try
        {
            using var answer = await Client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;   // it does not listen yet
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
