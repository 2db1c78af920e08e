using System.Globalization;
using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>kill -9 at chosen states of a message.</summary>
public sealed class CrashTests(PostgresFixture postgres)
{
    private static readonly Dictionary<string, string> _quiet = new() { ["WhatsApp__AccessToken"] = "" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_before_its_insert_was_committed_it_has_promised_nothing_and_killed_after_it_the_row_is_known()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        var body = SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "ADD SUGAR-1KG");
        await using (var first = await AppProcess.StartAsync(database, Cancel, settings: _quiet))
        await using (var hold = await database.BeginAsync(Actor.Superuser, Cancel))
        {
            await hold.ExecuteAsync("lock table messaging_log in share mode", Cancel);
            var answer = PostAsync(first, body);
            await WaitUntil.TrueAsync("the insert waits", () => database.ValueAsync<bool>(Actor.Superuser, """
                select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%messaging_log%')
                """, Cancel), Cancel);
            await first.KillAsync(Cancel);

            Assert.Null(await answer);
        }

        await using var second = await AppProcess.StartAsync(database, Cancel, settings: _quiet);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(second, body));
        await second.KillAsync(Cancel);
        await using var third = await AppProcess.StartAsync(database, Cancel, settings: _quiet);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(third, body));
        await AnsweredAsync(database);

        Assert.Equal("1 1 1", await database.ValueAsync<string>(Actor.Superuser, """
            select concat_ws(' ', count(*) filter (where message_type = 'inbound'), count(*) filter (where reply_to is not null), (select sum(quantity)::int from cart_items))
            from messaging_log
            """, Cancel));
        await database.AssertInvariantsAsync(Cancel);
    }

    [Fact]
    public async Task A_message_that_kills_the_process_each_time_is_set_aside_in_the_end()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await MakeDeadlyAsync(database, "ADD TEA-250G");
        await using (var first = await AppProcess.StartAsync(database, Cancel, settings: _quiet))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(first, SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "ADD TEA-250G")));
            Assert.Equal(0, await AttemptsAtDeathAsync(database, first));
        }

        await database.ExecuteAsync(Actor.Superuser, "update messaging_log set attempts = 3 where message_type = 'inbound'", Cancel);
        foreach (var attempt in new short[] { 4, 5 })
        {
            await using var next = StartQuietly(database);
            Assert.Equal(attempt, await AttemptsAtDeathAsync(database, next));
        }

        await using var last = await AppProcess.StartAsync(database, Cancel, settings: _quiet);
        await AnsweredAsync(database);

        Assert.Equal("processed set aside: could not be answered true", await database.ValueAsync<string>(Actor.Superuser, """
            select concat_ws(' ', m.status, m.error_message, v.needs_person::text) from messaging_log m join conversations v on v.customer_id = m.customer_id
            """, Cancel));
        await database.AssertInvariantsAsync(Cancel);
    }

    /// <summary>Not waited for: it finds the message before it says that it is ready.</summary>
    private static AppProcess StartQuietly(TestDatabase database)
    {
        var port = Port.Free();
        return AppProcess.Start(new Dictionary<string, string>(AppSettings.For(database, port)) { ["WhatsApp__AccessToken"] = "" }, port);
    }

    /// <returns>How often the message was counted when it was run and the process died of it.</returns>
    private static async Task<short> AttemptsAtDeathAsync(TestDatabase database, AppProcess app)
    {
        await WaitUntil.TrueAsync("the message is being run", () => database.ValueAsync<bool>(
            Actor.Superuser, "select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')", Cancel), TimeSpan.FromSeconds(60), Cancel);
        await app.KillAsync(Cancel);
        await database.ExecuteAsync(
            Actor.Superuser, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'", Cancel);
        return await database.ValueAsync<short>(Actor.Superuser, "select attempts from messaging_log where message_type = 'inbound'", Cancel);
    }

    /// <summary>Where this message is marked answered, the process hangs long enough to be killed.</summary>
    private static Task<int> MakeDeadlyAsync(TestDatabase database, string text) => database.ExecuteAsync(Actor.Superuser, string.Create(CultureInfo.InvariantCulture, $"""
        create function hang() returns trigger language plpgsql as
        $$ begin if new.error_message is null and new.message_payload #>> '{"{text,body}"}' = '{text}' then perform pg_sleep(8); end if; return new; end $$;
        create trigger hang before update of status on messaging_log for each row execute function hang()
        """), Cancel);

    private static async Task<HttpStatusCode?> PostAsync(AppProcess app, byte[] body)
    {
        try
        {
            using var request = SignedMessage.Post(body);
            using var answer = await app.Client.SendAsync(request, Cancel);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static Task AnsweredAsync(TestDatabase database) => WaitUntil.TrueAsync("everything is answered", () => database.ValueAsync<bool>(
        Actor.Superuser, "select not exists (select from messaging_log where due_at is not null and whatsapp_message_id is not null)", Cancel), TimeSpan.FromSeconds(30), Cancel);
}
