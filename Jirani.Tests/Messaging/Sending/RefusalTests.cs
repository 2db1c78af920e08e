using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>What Meta's refusals lead to, over the wire and in the log.</summary>
public sealed class RefusalTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error", 500, 131000, 2, "Waiting. WhatsApp has trouble; it is tried again (131000).")]
    [InlineData("error", 408, 999, 2, "Waiting. WhatsApp has trouble; it is tried again (999).")]
    [InlineData("error", 429, 131056, 1, "Waiting. Too many messages to this customer at once (131056).")]
    [InlineData("html500", 500, 0, 2, "Waiting. WhatsApp has trouble; it is tried again (500).")]
    public async Task What_passes_waits_and_is_sent_at_the_next_attempt(string kind, int status, int code, int seconds, string sentence)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind, status, code });
        var begun = DateTimeOffset.UtcNow;
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        var waiting = await shop.Database.WaitForRowAsync(id, "waits for its next attempt", row => row.ErrorMessage is not null, Cancel);
        var sent = await shop.Database.WaitForStatusAsync(id, "read", Cancel);

        Assert.Equal(("queued", 1, sentence), (waiting.Status, waiting.Attempts, waiting.ErrorMessage));
        Assert.InRange(waiting.DueAt!.Value, begun.AddSeconds(seconds), DateTimeOffset.MaxValue);
        Assert.Equal((2, null), (sent.Attempts, sent.ErrorMessage));
        Assert.InRange(sent.SendStartedAt!.Value, waiting.DueAt.Value, DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task The_wait_that_Meta_asks_for_is_kept()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 503, code = 131016, retryAfter = 600 });
        var begun = DateTimeOffset.UtcNow;
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        var waiting = await shop.Database.WaitForRowAsync(id, "waits for its next attempt", row => row.ErrorMessage is not null, Cancel);

        Assert.InRange(waiting.DueAt!.Value - begun, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task A_limit_of_the_number_holds_all_its_messages_and_of_two_waits_the_longer_one()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(
            Cast.MamaNjeri, Cancel, new { kind = "error", status = 429, code = 130429, retryAfter = 600 }, new { kind = "error", status = 429, code = 130429, times = 5 });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(6), Cancel);
        foreach (var id in ids)
        {
            await shop.Database.WaitForRowAsync(id, "was refused", row => row.ErrorMessage is not null, Cancel);
        }

        var later = Assert.Single(await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Achieng], Cancel));
        var other = await shop.Database.QueueOneAsync(Cast.NakatoFresh, Cancel);
        await shop.Database.WaitForStatusAsync(other, "read", Cancel);

        Assert.Null((await shop.Database.RowAsync(later, Cancel)).SendStartedAt);
        var paused = await shop.Database.ValueAsync<DateTime>(
            Actor.Superuser, "select paused_until from business_channel_settings where wa_phone_number_id = $1", Cancel, Cast.MamaNjeri.PhoneNumberId);
        Assert.InRange(paused - DateTime.UtcNow, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task After_five_attempts_it_is_over()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 500, code = 131000, times = 5 });
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        foreach (var attempt in Enumerable.Range(1, 4))
        {
            await shop.Database.WaitForRowAsync(id, $"was tried {attempt} times", row => row.Attempts == attempt && row.SendStartedAt is null, Cancel);
            await shop.Database.HurryAsync(id, Cancel);
        }

        var failed = await shop.Database.WaitForStatusAsync(id, "failed", Cancel);
        Assert.Equal((5, null), (failed.Attempts, failed.DueAt));
        Assert.Equal("Not sent. WhatsApp did not take it in 5 attempts. Send it again later (131000).", failed.ErrorMessage);
    }

    [Theory]
    [InlineData(131026, "Not sent. This customer cannot be reached on WhatsApp (131026).")]
    [InlineData(131047, "Not sent. More than 24 hours since the customer wrote; they have to write first (131047).")]
    public async Task What_would_be_refused_again_fails_with_a_sentence_and_the_next_message_goes(int code, string sentence)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 400, code });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 2);

        await shop.Database.WaitForStatusAsync(ids[1], "read", Cancel);

        var failed = await shop.Database.RowAsync(ids[0], Cancel);
        Assert.Equal(("failed", 1, sentence), (failed.Status, failed.Attempts, failed.ErrorMessage));
        Assert.Null(failed.DueAt);
    }

    [Fact]
    public async Task Who_told_Meta_to_stop_is_opted_out_and_gets_nothing_that_still_waits()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 400, code = 131050 });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 3);

        var last = await shop.Database.WaitForStatusAsync(ids[2], "failed", Cancel);

        Assert.Equal("opted_out", last.ErrorMessage);
        Assert.Equal("Not sent. The customer told WhatsApp to stop messages from you (131050).", (await shop.Database.RowAsync(ids[0], Cancel)).ErrorMessage);
        Assert.Empty(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
        Assert.False(await shop.Database.ValueAsync<bool>(
            Actor.Superuser, "select is_opted_in from customer_channel_opt_in where customer_phone = $1", Cancel, Cast.Otieno));
    }
}
