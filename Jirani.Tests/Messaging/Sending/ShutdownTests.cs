using System.Collections.Concurrent;
using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class ShutdownTests(PostgresFixture postgres)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_TERM_what_is_on_its_way_arrives_and_the_rest_stays_for_the_next_start()
    {
        await using var meta = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var sender = await meta.JoinAsync(Cancel);
        await meta.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "hang", seconds = 1, accept = true, times = 1000 });
        await meta.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(60), Cancel, each: 5);
        await meta.Meta.WaitForAsync(Cast.MamaNjeri, 40, Cancel);

        await StopAsync(sender);

        var accepted = (await meta.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count;
        Assert.InRange(accepted, 40, 250);
        Assert.Equal(accepted, await CountAsync(meta, "whatsapp_message_id is not null"));
        Assert.Equal(300 - accepted, await CountAsync(meta, "status = 'queued' and due_at is not null and send_started_at is null"));
    }

    /// <summary>The answer never comes: the process must not wait for it longer than it is given.</summary>
    [Fact]
    public async Task On_TERM_a_call_without_an_answer_is_left_as_unknown()
    {
        await using var meta = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var way = new WireProxy("127.0.0.1", meta.App.Site.Port);
        await using var sender = await meta.JoinAsync(Cancel, new UriBuilder(meta.App.Site) { Port = way.Port }.Uri);
        way.IsBlackHole = true;
        var id = await meta.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);
        await meta.Database.WaitForRowAsync(id, "is on its way", row => row.IsOnTheWay, Cancel);

        await StopAsync(sender);

        Assert.True((await meta.Database.RowAsync(id, Cancel)).IsUnknown);
    }

    [Fact]
    public async Task On_TERM_every_request_is_kept_and_answered_or_not_answered_at_all()
    {
        await using var meta = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var app = await meta.JoinAsync(Cancel);
        var acknowledged = new ConcurrentBag<string>();
        var customers = Outgoing.Phones(50).Select(phone => WriteUntilItStopsAsync(app, phone, acknowledged)).ToArray();
        await WaitUntil.TrueAsync("all write", () => Task.FromResult(acknowledged.Count > 100), Cancel);

        await StopAsync(app);
        await Task.WhenAll(customers);

        var kept = await meta.Database.ListAsync<string>(Actor.Superuser, "select whatsapp_message_id from messaging_log where message_type = 'inbound'", Cancel);
        Assert.Empty(acknowledged.Except(kept));
    }

    private static async Task WriteUntilItStopsAsync(AppProcess app, string phone, ConcurrentBag<string> acknowledged)
    {
        try
        {
            while (true)
            {
                var id = SignedMessage.NewId();
                using var request = SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, phone, "CART", id));
                using var answer = await app.Client.SendAsync(request, Cancel);
                Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged.Add(id);
                }
            }
        }
        catch (HttpRequestException)
        {
            // It listens no more.
        }
    }

    private static async Task StopAsync(AppProcess app)
    {
        await app.SignalAsync("TERM", Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(_patience);
        await app.WaitForExitAsync(patience.Token);
        Assert.Equal(0, app.ExitCode);
    }

    private static Task<long> CountAsync(Outbound meta, string condition) => meta.Database.ValueAsync<long>(
        Actor.Superuser, $"select count(*) from messaging_log where message_type <> 'inbound' and {condition}", Cancel);
}
