using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

public sealed class MigratorTests(PostgresFixture postgres)
{
    // As if the channel's later migration had never run.
    private const string UndoOne = """
        drop table channel_senders;
        drop function digest_verify_token, forget_proof, forget_attention cascade;
        alter table business_channel_settings drop column wa_phone_number_id cascade, drop column webhook_verify_token cascade,
            drop column access_token_protected cascade, drop column app_secret_protected cascade, drop column verified_at cascade, drop column attention_reason,
            drop column paused_until;
        delete from migrations.journal where scriptname like '%20250923120700%'
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_instances_that_migrate_at_once_migrate_once()
    {
        await using var database = await postgres.BareAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MigrateAsync(database, new RecordingUpgradeLog())));

        Assert.Equal(1, await database.ValueAsync<long>(Actor.Superuser, "select max(n) from (select count(*) n from migrations.journal group by scriptname) s", Cancel));
        await database.AssertInvariantsAsync(Cancel);
    }

    [Fact]
    public async Task Migrating_what_is_up_to_date_does_nothing()
    {
        await using var database = await postgres.EmptyAsync(Cancel);
        var before = await JournalAsync(database);

        await MigrateAsync(database, new RecordingUpgradeLog());

        Assert.Equal(before, await JournalAsync(database));
    }

    [Fact]
    public async Task A_migration_behind_an_idle_transaction_gives_way_to_readers_and_then_ends()
    {
        await using var database = await postgres.EmptyAsync(Cancel);
        await database.ExecuteAsync(Actor.Superuser, UndoOne, Cancel);
        var idle = await database.BeginAsync(Actor.Service, Cancel);
        await idle.ListAsync<long>("select count(*) from business_channel_settings", Cancel);
        var log = new RecordingUpgradeLog();

        var migration = MigrateAsync(database, log);
        await log.FirstError.WaitAsync(Cancel);
        await database.ListAsync<long>(Actor.Service, "set local statement_timeout = '3s'; select count(*) from business_channel_settings", Cancel);
        await idle.DisposeAsync();
        await migration;

        Assert.Equal("timestamp with time zone", await database.ValueAsync<string>(Actor.Superuser,
            "select data_type::text from information_schema.columns where table_name = 'business_channel_settings' and column_name = 'verified_at'", Cancel));
    }

    [Fact]
    public async Task A_login_that_may_not_migrate_is_told_so()
    {
        await using var database = await postgres.BareAsync(Cancel);

        await Assert.ThrowsAnyAsync<PostgresException>(
            () => Migrator.MigrateAsync(database.ConnectionString(Login.Service), new RecordingUpgradeLog(), Cancel));
    }

    private static Task MigrateAsync(TestDatabase database, RecordingUpgradeLog log) =>
        Task.Run(() => Migrator.MigrateAsync(database.ConnectionString(Login.Migrator), log, Cancel), Cancel);

    private static Task<IReadOnlyList<string>> JournalAsync(TestDatabase database) =>
        database.ListAsync<string>(Actor.Superuser, "select scriptname || applied from migrations.journal order by 1", Cancel);
}
