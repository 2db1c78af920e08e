using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class ReplyOrderTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_reaches_Meta_with_its_log_id_and_its_statuses_come_back_to_its_row()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);

        var reply = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);

        var taken = Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
        var row = await shop.Database.WaitForStatusAsync(taken.LogId, "read", Cancel);
        Assert.Equal((Cast.Otieno, null, reply, taken.Id), (taken.To, taken.Recipient, taken.Text, row.WhatsappMessageId));
        Assert.Equal(["sent", "delivered", "read"], await EventsAsync(shop, row.Id));
    }

    [Fact]
    public async Task Replies_to_one_customer_keep_their_order()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var phones = Outgoing.Phones(20);
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, phones, Cancel, each: 8);

        await shop.Meta.WaitForAsync(Cast.MamaNjeri, ids.Count, Cancel);

        var taken = await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel);
        Assert.All(taken.GroupBy(message => message.To), chat => Assert.Equal(chat.Select(message => message.LogId).Order(), chat.Select(message => message.LogId)));
    }

    [Fact]
    public async Task While_one_reply_is_on_its_way_the_next_to_that_customer_waits_and_others_do_not()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "hang", seconds = 2, accept = true });
        await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 2);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);

        await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Achieng], Cancel, each: 2);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 4, Cancel);

        var taken = await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel);
        Assert.Equal([Cast.Otieno, Cast.Achieng, Cast.Achieng, Cast.Otieno], taken.Select(message => message.To));
        Assert.InRange(taken[3].At - taken[0].At, TimeSpan.FromSeconds(1.9), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_customer_without_a_phone_is_written_to_by_user_id()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);

        Assert.Equal(HttpStatusCode.OK, await shop.App.PostSignedAsync(FromUserId("HELP"), Cancel));
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);

        var taken = Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
        Assert.Equal((null, Cast.OtienoUserId), (taken.To, taken.Recipient));
        await shop.Database.WaitForStatusAsync(taken.LogId, "read", Cancel);
    }

    private static byte[] FromUserId(string text) => SignedMessage.Body(Cast.MamaNjeri.PhoneNumberId, "", new
    {
        from_user_id = Cast.OtienoUserId,
        id = SignedMessage.NewId(),
        timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        type = "text",
        text = new { body = text },
    });

    private static Task<IReadOnlyList<string>> EventsAsync(Outbound shop, long id) => shop.Database.ListAsync<string>(
        Actor.Superuser, "select status from message_status_events where message_id = $1 group by status order by status_rank(status)", Cancel, id);
}
