using Jirani.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Jirani.Web.Observability;

/// <summary>Ready means: the database answers within a second, has this build's migrations, and the app is not stopping.</summary>
internal sealed class ReadyCheck(SchemaVersion schema, IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy();
        }

        try
        {
            // WaitAsync, because giving up a connection attempt can itself take longer than a second.
            var isCurrent = await schema.IsCurrentAsync(cancellationToken).WaitAsync(_patience, cancellationToken);
            return isCurrent ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
