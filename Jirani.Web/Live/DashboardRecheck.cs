using Jirani.Infrastructure.Live;
using Jirani.Web.Identity;

namespace Jirani.Web.Live;

/// <summary>
/// A connection outlives the cookie and the membership it began with: three times a minute each is asked whether its owner is still
/// the one who signed in, and what of which stores they may hear. Whom nothing could confirm for a minute is not heard of any more.
/// </summary>
internal sealed partial class DashboardRecheck(
    DashboardListeners listeners, OwnerStanding standing, AudienceQueries audience, TimeProvider clock, ILogger<DashboardRecheck> logger) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(55);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken };
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Parallel.ForEachAsync(listeners.All, options, RecheckAsync);
        }
    }

    private async ValueTask RecheckAsync(DashboardListener listener, CancellationToken cancellationToken)
    {
        try
        {
            if (!await standing.HoldsAsync(listener.Principal))
            {
                listener.HangUp();
                return;
            }

            listener.Confirm(await audience.HeardByAsync(listener.OwnerId, cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogLater(error.GetType().Name);
            if (clock.GetUtcNow() - listener.ConfirmedAt > _longest)
            {
                listener.HangUp();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Asking whether a connection may still listen waits for its next turn: {Error}")]
    private partial void LogLater(string error);
}
