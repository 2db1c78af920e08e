using System.Net;
using Jirani.Tests.Messaging.Statuses;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class UnknownOutcomeTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_whose_answer_is_lost_is_not_sent_again_and_holds_up_nobody()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "reset" });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 3);

        await shop.Database.WaitForStatusAsync(ids[2], "read", Cancel);

        Assert.True((await shop.Database.RowAsync(ids[0], Cancel)).IsUnknown);
        Assert.Equal(ids.Skip(1), (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Select(taken => taken.LogId));
    }

    [Fact]
    public async Task A_later_status_settles_what_was_unknown()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "reset" });
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);
        await shop.Database.WaitForRowAsync(id, "is unknown", row => row.IsUnknown, Cancel);

        var status = SignedStatus.Of("wamid.late", "delivered", DateTimeOffset.UtcNow, id);
        Assert.Equal(HttpStatusCode.OK, await shop.App.PostSignedAsync(SignedStatus.Body(Cast.MamaNjeri, status), Cancel));

        var row = await shop.Database.RowAsync(id, Cancel);
        Assert.Equal(("delivered", "wamid.late"), (row.Status, row.WhatsappMessageId));
    }

    [Fact]
    public async Task What_Meta_accepted_before_the_answer_was_lost_settles_by_itself()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "reset", accept = true, times = 5 });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(5), Cancel);

        foreach (var id in ids)
        {
            await shop.Database.WaitForStatusAsync(id, "read", Cancel);
        }

        Assert.Equal(5, (await shop.Meta.LedgerAsync(Cancel)).AcceptedTotal);
    }

    [Fact]
    public async Task What_never_left_this_machine_is_tried_again()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel, null, ("WhatsApp__GraphBaseUrl", $"http://127.0.0.1:{Port.Free()}"));
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        var refused = await shop.Database.WaitForRowAsync(id, "waits for its next attempt", row => row is { Attempts: 1, SendStartedAt: null }, Cancel);
        await shop.Database.HurryAsync(id, Cancel);
        var again = await shop.Database.WaitForRowAsync(id, "was tried again", row => row is { Attempts: 2, SendStartedAt: null }, Cancel);

        Assert.Equal("Waiting. WhatsApp cannot be reached; it is tried again.", refused.ErrorMessage);
        Assert.Equal("queued", again.Status);
        Assert.NotNull(again.DueAt);
    }

    [Fact]
    public async Task What_a_crashed_instance_had_begun_is_unknown_after_a_minute()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 2, dueIn: TimeSpan.FromHours(1));
        await shop.Database.ExecuteAsync(
            Actor.Superuser, "update messaging_log set send_started_at = now() - interval '61 seconds' where id = $1", Cancel, ids[0]);

        await shop.Database.WaitForRowAsync(ids[0], "is unknown", row => row.IsUnknown, Cancel);
        await shop.Database.HurryAsync(ids[1], Cancel);

        await shop.Database.WaitForStatusAsync(ids[1], "read", Cancel);
        Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
    }
}
