using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Observability;

public sealed class HealthTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_healthy_app_is_alive_and_ready_and_tells_nothing_else()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        Assert.Equal("Healthy", await app.Client.GetStringAsync("/health/live", Cancel));
        Assert.Equal("Healthy", await app.Client.GetStringAsync("/health/ready", Cancel));
    }

    [Fact]
    public async Task With_a_migration_missing_it_is_alive_and_not_ready()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, "delete from migrations.journal where scriptname like '%create_orders%'", Cancel);

        using var live = await app.Client.GetAsync("/health/live", Cancel);
        using var ready = await app.Client.GetAsync("/health/ready", Cancel);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
