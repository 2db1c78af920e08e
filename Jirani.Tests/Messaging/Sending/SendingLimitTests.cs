using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class SendingLimitTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>44 sends that began five seconds ago leave room for one now, for the next in a second, and so on each six seconds.</summary>
    [Fact]
    public async Task After_a_burst_of_45_a_customer_is_written_to_each_six_seconds()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var began = await Began44Async(shop);

        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 3);
        var third = await shop.Database.WaitForRowAsync(ids[2], "is put off", row => row.DueAt > began.AddSeconds(10), Cancel);

        var second = await shop.Database.RowAsync(ids[1], Cancel);
        Assert.InRange(second.SendStartedAt!.Value, began.AddSeconds(6), began.AddSeconds(11));
        Assert.InRange(third.DueAt!.Value, began.AddSeconds(11.9), began.AddSeconds(12.1));
        Assert.Equal(2, (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count);
    }

    [Fact]
    public async Task A_number_sends_at_most_80_in_a_second_and_is_never_told_so()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(250), Cancel);

        await shop.Meta.WaitForAsync(Cast.MamaNjeri, ids.Count, Cancel);

        var taken = await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel);
        Assert.Empty((await shop.Meta.LedgerAsync(Cancel)).Refused);
        Assert.All(taken.Zip(taken.Skip(80)), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.FromSeconds(0.9), TimeSpan.MaxValue));
    }

    private static async Task<DateTimeOffset> Began44Async(Outbound shop)
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-5);
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 44, dueIn: TimeSpan.FromHours(1));
        await shop.Database.ExecuteAsync(Actor.Superuser, """
            update messaging_log set status = 'sent', due_at = null, whatsapp_message_id = 'wamid.' || id, send_started_at = $2 where id = any($1)
            """, Cancel, ids.ToArray(), began);
        return began;
    }
}
