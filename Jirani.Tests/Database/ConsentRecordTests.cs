using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class ConsentRecordTests(PostgresFixture postgres) : CustomerLinkTest(postgres)
{
    [Fact]
    public async Task Every_change_of_consent_is_recorded_and_nothing_else_is()
    {
        await DoAsync("update customer_channel_opt_in set is_opted_in = false, consent_source = 'STOP' where store_id = $1");
        await DoAsync("update customer_channel_opt_in set is_opted_in = false, consent_source = 'STOP again' where store_id = $1");
        await DoAsync("update customer_channel_opt_in set is_opted_in = true, consent_source = 'START' where store_id = $1");

        Assert.Equal(
            ["first message true", "STOP false", "START true"],
            await ManyAsync<string>("select consent_source || ' ' || is_opted_in from consent_events where store_id = $1 order by id"));
    }

    [Fact]
    public async Task What_an_owner_changes_is_recorded_too()
    {
        await Database.ExecuteAsync(Actor.Owner(Cast.MamaNjeri.OwnerId),
            "update customer_channel_opt_in set is_opted_in = false, consent_source = 'owner'", Cancel);

        Assert.Equal("owner", await OneAsync<string>("select consent_source from consent_events where store_id = $1 and not is_opted_in"));
    }

    [Fact]
    public async Task The_time_of_an_opt_out_is_read_after_the_row_is_locked()
    {
        await using var sending = await Database.BeginAsync(Actor.Service, Cancel);
        await sending.ListAsync<bool>("select is_opted_in from customer_channel_opt_in for share", Cancel);
        var stopping = DoAsync("update customer_channel_opt_in set is_opted_in = false, consent_source = 'STOP' where store_id = $1");
        await WaitUntil.TrueAsync("STOP waits for the lock", async () => await Database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from pg_locks where not granted", Cancel) > 0, Cancel);
        var sentAt = await sending.ValueAsync<DateTime>("select clock_timestamp()", Cancel);

        await sending.CommitAsync(Cancel);
        await stopping;

        Assert.True(await OneAsync<DateTime>("select occurred_at from consent_events where store_id = $1 and not is_opted_in") > sentAt);
    }
}
