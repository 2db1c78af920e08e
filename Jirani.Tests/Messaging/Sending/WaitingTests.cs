using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>80 customers are more than the sender looks at in one walk.</summary>
public sealed class WaitingTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_customers_whose_turn_comes_later_cost_next_to_nothing_meanwhile()
    {
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("JIRANI_TEST_PG"));
        await using var wire = new WireProxy(server.Host!, server.Port);
        await using var shop = await Outbound.StartAsync(postgres, Cancel, wire);
        await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(80), Cancel, dueIn: TimeSpan.FromHours(1));
        var mine = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);
        await shop.Database.WaitForStatusAsync(mine, "read", Cancel);

        var before = wire.RoundTrips;
        var begun = TimeProvider.System.GetTimestamp();
        await WaitUntil.TrueAsync("three seconds pass", () => Task.FromResult(TimeProvider.System.GetElapsedTime(begun).TotalSeconds > 3), Cancel);

        Assert.InRange(wire.RoundTrips - before, 0, 100);
    }

    [Fact]
    public async Task Behind_many_who_wait_for_later_every_message_that_is_due_goes_out()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(80), Cancel, dueIn: TimeSpan.FromHours(1));

        var mine = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);
        await shop.Database.WaitForStatusAsync(mine, "read", Cancel);
        await shop.Database.ExecuteAsync(Actor.Superuser, "update messaging_log set due_at = now() where due_at is not null", Cancel);

        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 81, Cancel);
    }
}
