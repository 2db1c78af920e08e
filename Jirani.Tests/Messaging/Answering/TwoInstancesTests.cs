using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Answering;

/// <summary>Two processes share one database; what happens to one of them must not show.</summary>
public sealed class TwoInstancesTests(PostgresFixture postgres)
{
    private const int Customers = 12;
    private const int Messages = 20;

    private static readonly Dictionary<string, string> _quiet = new() { ["WhatsApp__AccessToken"] = "" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_the_middle_of_a_burst_one_of_them_loses_and_doubles_nothing()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var doomed = await AppProcess.StartAsync(database, Cancel, settings: _quiet);
        await using var survivor = await AppProcess.StartAsync(database, Cancel, settings: _quiet);

        var burst = BurstAsync([doomed, survivor]);
        await WaitUntil.TrueAsync("the burst is under way", async () => await InboundAsync(database) > Customers * Messages / 4, Cancel);
        await doomed.KillAsync(Cancel);

        await AssertAnsweredAsync(database, await burst);
    }

    [Fact]
    public async Task Stopped_for_a_while_one_of_them_does_nothing_a_second_time_when_it_wakes()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var sleeper = await AppProcess.StartAsync(database, Cancel, settings: _quiet);
        await using var other = await AppProcess.StartAsync(database, Cancel, settings: _quiet);

        var burst = BurstAsync([sleeper, other]);
        await WaitUntil.TrueAsync("the burst is under way", async () => await InboundAsync(database) > Customers * Messages / 4, Cancel);
        await sleeper.SignalAsync("STOP", Cancel);
        await WaitUntil.TrueAsync("the other went on", async () => await InboundAsync(database) > Customers * Messages / 2, TimeSpan.FromSeconds(30), Cancel);
        await sleeper.SignalAsync("CONT", Cancel);

        await AssertAnsweredAsync(database, await burst);
    }

    /// <summary>Each customer writes one message after the other, to either process, again until it is 200.</summary>
    /// <returns>What was acknowledged.</returns>
    private static async Task<ConcurrentBag<string>> BurstAsync(AppProcess[] apps)
    {
        var acknowledged = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Customers).Select(async customer =>
        {
            for (var number = 1; number <= Messages; number++)
            {
                var id = SignedMessage.NewId();
                var body = SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Phone(customer), $"ADD EGGS-6 {number}", id);
                for (var attempt = customer + number; !await IsAcceptedAsync(apps[attempt % apps.Length], body); attempt++)
                {
                    Cancel.ThrowIfCancellationRequested();
                }

                acknowledged.Add(id);
            }
        }));
        return acknowledged;
    }

    private static async Task<bool> IsAcceptedAsync(AppProcess app, byte[] body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            using var request = SignedMessage.Post(body);
            using var answer = await app.Client.SendAsync(request, patience.Token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception gone) when (gone is HttpRequestException || (gone is OperationCanceledException && !Cancel.IsCancellationRequested))
        {
            return false;   // killed, or it sleeps: the sender does not know and comes again
        }
    }

    private static async Task AssertAnsweredAsync(TestDatabase database, ConcurrentBag<string> acknowledged)
    {
        await WaitUntil.TrueAsync("everything is answered", () => database.ValueAsync<bool>(
            Actor.Superuser, "select not exists (select from messaging_log where due_at is not null and whatsapp_message_id is not null)", Cancel), TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(Customers * Messages, await database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from messaging_log where whatsapp_message_id = any($1) and status = 'processed' and error_message is null", Cancel, (object)acknowledged.ToArray()));
        foreach (var customer in Enumerable.Range(0, Customers))
        {
            // The reply to each ADD begins with the sum so far: any message lost, doubled or out of turn would break the row.
            Assert.Equal(Enumerable.Range(1, Messages).Select(number => number * (number + 1) / 2), await TotalsAsync(database, Phone(customer)));
        }

        await database.AssertInvariantsAsync(Cancel);
    }

    private static string Phone(int customer) => string.Create(CultureInfo.InvariantCulture, $"25471{customer:D7}");

    private static Task<long> InboundAsync(TestDatabase database) =>
        database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where message_type = 'inbound'", Cancel);

    private static Task<IReadOnlyList<int>> TotalsAsync(TestDatabase database, string phone) => database.ListAsync<int>(Actor.Superuser, """
        select split_part(message_payload #>> '{text,body}', ' ', 1)::int from messaging_log where customer_phone = $1 and reply_to is not null order by id
        """, Cancel, phone);
}
