using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jirani.Infrastructure.Payments;

/// <summary>Does one thing for each of many, some at once: one that fails holds up none of the others, and stays due.</summary>
public sealed partial class EachAlone(ILogger<EachAlone> logger)
{
    internal Task RunAsync<T>(
        IReadOnlyCollection<T> items, int atOnce, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
        async (item, cancellation) =>
        {
            try
            {
                await work(item, cancellation);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever it was, its claim runs out within a minute and it is taken up again.
                LogFailed(error.GetType().Name, (error as PostgresException)?.SqlState);
            }
        });

    [LoggerMessage(LogLevel.Error, "Something about a payment failed and is taken up again within a minute: {Error} {SqlState}")]
    private partial void LogFailed(string error, string? sqlState);
}
