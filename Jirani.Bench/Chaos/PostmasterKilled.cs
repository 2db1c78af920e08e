using System.Diagnostics;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Chaos;

/// <summary>F-04: the database dies under load and comes back after five seconds; the app is not touched.</summary>
internal sealed class PostmasterKilled(App app, Postmaster postmaster, int rounds) : IFault
{
    private static readonly TimeSpan _away = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _backWithin = TimeSpan.FromSeconds(15);

    /// <summary>Two seconds are the rule; the rest is for a machine that does other things too.</summary>
    private const double MostMilliseconds = 2500;

    public string Name => "postmaster";

    public string? WhyNot => null;

    public async Task<IReadOnlyList<string>> PlayAsync(Driver driver, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            await driver.MoreAsync(200, cancellationToken);
            await postmaster.KillAsync(cancellationToken);
            driver.Answers.Clear();
            await Task.Delay(_away, cancellationToken);
            faults.AddRange(Judge([.. driver.Answers]));
            await postmaster.StartAsync(cancellationToken);
            var since = Stopwatch.GetTimestamp();
            while (!await app.IsReadyAsync(cancellationToken) && Stopwatch.GetElapsedTime(since) < _backWithin)
            {
                await Task.Delay(50, cancellationToken);
            }

            Console.WriteLine($"  the app was ready {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s after the database");
        }

        await driver.MoreAsync(200, cancellationToken);
        return faults;
    }

    private static IEnumerable<string> Judge(TimedAnswer[] answers)
    {
        var good = answers.Count(answer => answer.Status == 200);
        if (good > 0)
        {
            yield return $"{good} messages were acknowledged while the database was away";
        }

        var slowest = answers.Length == 0 ? 0 : answers.Max(answer => answer.Milliseconds);
        Console.WriteLine($"  while it was away: {answers.Length} answers, none 200: {good == 0}, slowest {slowest:0} ms");
        if (slowest > MostMilliseconds)
        {
            yield return $"an answer took {slowest:0} ms while the database was away";
        }
    }
}
