using System.Diagnostics;
using Jirani.Tests.Support;

namespace Jirani.Tests.Stores;

/// <summary>What a command of the built app said and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(
        JiraniApp app, string[] words, CancellationToken cancellationToken, Dictionary<string, string>? settings = null, string input = "") =>
        OfAsync(app.Database, app.Site.Port, words, cancellationToken, settings, input);

    /// <param name="database">It works on this one.</param>
    /// <param name="port">Where the app listens that plays Graph.</param>
    /// <param name="words">The command and what follows it.</param>
    /// <param name="cancellationToken">Stops the wait, not the command.</param>
    /// <param name="settings">Over the usual ones of <see cref="AppSettings"/>.</param>
    /// <param name="input">What it reads; none is an input that ends at once.</param>
    public static async Task<CommandRun> OfAsync(
        TestDatabase database, int port, string[] words, CancellationToken cancellationToken, Dictionary<string, string>? settings = null, string input = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Repository.File("Jirani.Web", "bin", folder.Parent!.Name, folder.Name, "Jirani.Web.dll");
        var start = new ProcessStartInfo("dotnet", [built, .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in AppSettings.For(database, port).Concat(settings ?? []))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandRun(process.ExitCode, await output, await error);
    }
}
