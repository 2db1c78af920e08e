using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>Several instances on one database. The one in this process has no token: it plays Meta and takes the statuses.</summary>
public sealed class InstancesTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_instances_one_sends_and_when_it_is_killed_the_other_goes_on_without_sending_anything_twice()
    {
        await using var meta = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var first = await meta.JoinAsync(Cancel);
        await using var second = await meta.JoinAsync(Cancel);
        await meta.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "hang", seconds = 1, accept = true, times = 100 });
        var ids = await meta.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(60), Cancel, each: 4);

        await meta.Meta.WaitForAsync(Cast.MamaNjeri, 60, Cancel);
        Assert.Equal(1, await SendersAsync(meta));
        await (await IsSendingAsync(meta, first) ? first : second).KillAsync(Cancel);
        await WaitUntil.TrueAsync("everything was begun once", () => IsDoneAsync(meta), TimeSpan.FromSeconds(60), Cancel);

        var ledger = await meta.Meta.LedgerAsync(Cancel);
        Assert.Empty(ledger.AcceptedTwice);
        Assert.Empty(ledger.Refused);
        Assert.InRange(ledger.Accepted.Count, ids.Count / 2, ids.Count);
    }

    [Fact]
    public async Task An_instance_that_loses_its_lock_stops_sending_before_long()
    {
        await using var meta = await Outbound.StartAsync(postgres, Cancel);
        await using var other = await meta.JoinAsync(Cancel);
        var ids = await meta.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(60), Cancel, each: 6);

        await meta.Meta.WaitForAsync(Cast.MamaNjeri, 40, Cancel);
        await meta.Database.ListAsync<bool>(Actor.Superuser, """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
            """, Cancel);
        await meta.Meta.WaitForAsync(Cast.MamaNjeri, ids.Count, Cancel);

        var ledger = await meta.Meta.LedgerAsync(Cancel);
        Assert.Empty(ledger.AcceptedTwice);
        Assert.Empty(ledger.Refused);
        Assert.All(
            ledger.Accepted.GroupBy(message => message.To),
            chat => Assert.Equal(chat.Select(message => message.LogId).Order(), chat.Select(message => message.LogId)));
    }

    private static Task<long> SendersAsync(Outbound meta) => meta.Database.ValueAsync<long>(Actor.Superuser, """
        select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
        """, Cancel);

    /// <summary>The lock's connection begins at a port of the process that holds it.</summary>
    private static async Task<bool> IsSendingAsync(Outbound meta, AppProcess app)
    {
        var port = await meta.Database.ValueAsync<int>(Actor.Superuser, """
            select a.client_port from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
            """, Cancel);
        var socket = (await File.ReadAllLinesAsync("/proc/net/tcp", Cancel))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .First(fields => fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal))[9];
        return Directory.GetFiles($"/proc/{app.Id}/fd").Any(file => new FileInfo(file).LinkTarget == $"socket:[{socket}]");
    }

    /// <summary>Nothing waits but what the killed instance had begun.</summary>
    private static async Task<bool> IsDoneAsync(Outbound meta) => await meta.Database.ValueAsync<long>(Actor.Superuser, """
        select count(*) from messaging_log m where m.due_at is not null and m.send_started_at is null and not exists (
            select from messaging_log begun where begun.customer_id = m.customer_id and begun.due_at is not null and begun.send_started_at is not null)
        """, Cancel) == 0;
}
