using Jirani.Bench.Rig;

namespace Jirani.Bench.Chaos;

/// <summary>F-03: kill -9 at a random moment, and started again, over and over.</summary>
internal sealed class AppKilled(App app, int rounds, Random random) : IFault
{
    private const int MostMilliseconds = 1500;

    public string Name => "kill";

    public string? WhyNot => null;

    public async Task<IReadOnlyList<string>> PlayAsync(Driver driver, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            await Task.Delay(random.Next(MostMilliseconds), cancellationToken);
            await app.KillAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
        }

        return [];
    }
}
