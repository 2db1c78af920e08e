using System.Diagnostics;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Chaos;

/// <summary>F-14: the log stands on a small disk of its own, which fills up, and is given room again.</summary>
internal sealed class DiskFull(App app, Cluster cluster) : IFault
{
    private const string Folder = "/var/tmp/jirani-small-disk";
    private static readonly TimeSpan _full = TimeSpan.FromSeconds(5);

    public string Name => "disk";

    public string? WhyNot => Environment.IsPrivilegedProcess ? null : "a small disk can only be mounted by root";

    public async Task<IReadOnlyList<string>> PlayAsync(Driver driver, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        await RunAsync("mount", ["-t", "tmpfs", "-o", "size=64m,mode=777", "tmpfs", Folder], cancellationToken);
        try
        {
            return await FillAsync(driver, cancellationToken);
        }
        finally
        {
            await cluster.ExecuteAsync("alter table messaging_log set tablespace pg_default", CancellationToken.None);
            await cluster.ExecuteAsync("drop tablespace small_disk", CancellationToken.None);
            await RunAsync("umount", [Folder], CancellationToken.None);
            Directory.Delete(Folder);
        }
    }

    private async Task<IReadOnlyList<string>> FillAsync(Driver driver, CancellationToken cancellationToken)
    {
        var tablespace = Path.Combine(Folder, "tablespace");
        Directory.CreateDirectory(tablespace);
        await RunAsync("chown", ["postgres", tablespace], cancellationToken);
        await cluster.ExecuteAsync($"create tablespace small_disk location '{tablespace}'", cancellationToken);
        await cluster.ExecuteAsync("alter table messaging_log set tablespace small_disk", cancellationToken);
        var ballast = Path.Combine(Folder, "ballast");
        await using (var file = File.Create(ballast))
        {
            await FillUpAsync(file, cancellationToken);
        }

        await driver.MoreTriesAsync(100, cancellationToken);
        driver.Answers.Clear();
        await Task.Delay(_full, cancellationToken);
        var answers = driver.Answers.ToArray();
        File.Delete(ballast);
        await driver.MoreAsync(200, cancellationToken);
        Console.WriteLine($"  while it was full: {answers.Count(answer => answer.Status == 503)} answers 503, {answers.Count(answer => answer.Status == 200)} answers 200");
        return answers.Any(answer => answer.Status == 503) && await app.IsReadyAsync(cancellationToken) ? [] : ["the disk was not noticed to be full"];
    }

    private static async Task FillUpAsync(FileStream file, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await file.WriteAsync(new byte[4096], cancellationToken);
                await file.FlushAsync(cancellationToken);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed.");
        }
    }
}
