using System.Net;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Statuses;

/// <summary>Statuses that come before we know Meta's id for the message, or for messages that are not ours.</summary>
public sealed class EarlyStatusTests(PostgresFixture postgres)
{
    private static readonly string[] _sentThenFailed = ["sent", "failed"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statuses_before_the_answer_find_their_row_and_the_answer_takes_nothing_back()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "status_before_answer" });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 2);

        await shop.Database.WaitForStatusAsync(ids[1], "read", Cancel);

        var row = await shop.Database.RowAsync(ids[0], Cancel);
        var taken = (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel))[0];
        Assert.Equal(("read", taken.Id, null), (row.Status, row.WhatsappMessageId, row.DueAt));
    }

    [Fact]
    public async Task A_failure_before_the_answer_keeps_its_reason()
    {
        await using var shop = await Outbound.StartAsync(
            postgres, Cancel, null, ("Simulator__DeliveredAfter", "01:00:00"), ("Simulator__ReadAfter", "01:00:00"));
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "hang", seconds = 2, accept = true });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 2);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);
        var taken = Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));

        await PostAsync(shop, SignedStatus.Of(taken.Id, "failed", DateTimeOffset.UtcNow, ids[0], 131026));
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        var row = await shop.Database.RowAsync(ids[0], Cancel);
        Assert.Equal("failed", row.Status);
        Assert.Contains("(131026)", row.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_knows_only_the_id_of_a_message_we_do_not_know_yet_waits_for_it()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var id = Assert.Single(await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, dueIn: TimeSpan.FromHours(1)));
        await PostAsync(shop, SignedStatus.Of("wamid.early", "delivered", DateTimeOffset.UtcNow), SignedStatus.Of("wamid.early", "failed", DateTimeOffset.UtcNow, code: 131026));
        Assert.Equal(2, await ParkedAsync(shop));

        await shop.Database.ExecuteAsync(Actor.Superuser,
            "update messaging_log set whatsapp_message_id = 'wamid.early', status = 'sent', due_at = null, send_started_at = now() where id = $1", Cancel, id);
        var row = await shop.Database.WaitForStatusAsync(id, "delivered", Cancel);

        Assert.Null(row.ErrorMessage);
        Assert.Equal(0, await ParkedAsync(shop));
        Assert.Equal(2, await shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from message_status_events where message_id = $1", Cancel, id));
    }

    [Fact]
    public async Task A_status_of_a_message_we_never_sent_is_forgotten_after_ten_minutes()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await PostAsync(shop, SignedStatus.Of("wamid.of.another.tool", "read", DateTimeOffset.UtcNow), SignedStatus.Of("wamid.younger", "read", DateTimeOffset.UtcNow));

        await shop.Database.ExecuteAsync(Actor.Superuser,
            "update parked_statuses set created_at = now() - interval '10 minutes' where whatsapp_message_id = 'wamid.of.another.tool'", Cancel);
        await WaitUntil.TrueAsync("the older one is gone", async () => await ParkedAsync(shop) == 1, Cancel);

        Assert.Equal("wamid.younger", await shop.Database.ValueAsync<string>(Actor.Superuser, "select whatsapp_message_id from parked_statuses", Cancel));
    }

    [Fact]
    public async Task A_customer_who_told_Meta_to_stop_is_opted_out_by_the_status_too()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "statuses", statuses = _sentThenFailed, code = 131050 });
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        await shop.Database.WaitForStatusAsync(id, "failed", Cancel);
        var next = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        Assert.Equal("opted_out", (await shop.Database.WaitForStatusAsync(next, "failed", Cancel)).ErrorMessage);
    }

    private static async Task PostAsync(Outbound shop, params object[] statuses) =>
        Assert.Equal(HttpStatusCode.OK, await shop.App.PostSignedAsync(SignedStatus.Body(Cast.MamaNjeri, statuses), Cancel));

    private static Task<long> ParkedAsync(Outbound shop) => shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from parked_statuses", Cancel);
}
