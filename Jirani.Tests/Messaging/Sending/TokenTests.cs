using Jirani.Infrastructure.WhatsApp;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Messaging.Sending;

public sealed class TokenTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_token_stops_the_store_until_it_has_a_new_one_and_burns_no_attempt()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await GiveTokenAsync(shop, "expired-token");
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(5), Cancel);

        await WaitUntil.TrueAsync("the owner is told", async () => await AttentionAsync(shop) is not null, Cancel);
        var reply = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var other = await shop.Database.QueueOneAsync(Cast.NakatoFresh, Cancel);
        await shop.Database.WaitForStatusAsync(other, "read", Cancel);

        Assert.Equal("Not sent. WhatsApp no longer accepts the access token. Enter a new one in the settings (190).", await AttentionAsync(shop));
        Assert.Empty(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
        var waiting = await shop.Database.WaitForRowAsync(ids[0], "waits again", row => row.SendStartedAt is null, Cancel);
        Assert.Equal(("queued", 0), (waiting.Status, waiting.Attempts));

        await GiveTokenAsync(shop, "simulator-token");
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 6, Cancel);

        Assert.Contains(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel, Cast.Otieno), taken => taken.Text == reply);
        Assert.Null(await AttentionAsync(shop));
    }

    /// <summary>The answer to the old token arrives after the owner has entered the new one.</summary>
    [Fact]
    public async Task A_late_refusal_of_the_old_token_does_not_stop_the_new_one()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await using var way = new WireProxy("127.0.0.1", shop.App.Site.Port) { Delay = TimeSpan.FromSeconds(1) };
        await using var slow = await Outbound.StartAsync(
            postgres, Cancel, null, ("WhatsApp__GraphBaseUrl", new UriBuilder(shop.App.Site) { Port = way.Port, Path = "/simulator/graph" }.Uri.ToString()));
        await GiveTokenAsync(slow, "expired-token");
        var id = await slow.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        await slow.Database.WaitForRowAsync(id, "is on its way", row => row.IsOnTheWay, Cancel);
        await GiveTokenAsync(slow, "simulator-token");
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);

        Assert.Null(await AttentionAsync(slow));
    }

    [Fact]
    public async Task A_store_without_a_token_keeps_its_replies_until_it_has_one()
    {
        await using var shop = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        var reply = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await GiveTokenAsync(shop, "simulator-token", Cast.NakatoFresh);
        var other = await shop.Database.QueueOneAsync(Cast.NakatoFresh, Cancel);

        await shop.Database.WaitForStatusAsync(other, "read", Cancel);
        Assert.Empty(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel));
        Assert.Equal("queued", await shop.Database.ValueAsync<string>(Actor.Superuser,
            "select m.status from messaging_log m where m.customer_phone = $1 and m.purpose = 'reply' and m.send_started_at is null", Cancel, Cast.Otieno));
        await GiveTokenAsync(shop, "simulator-token");
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);

        Assert.Equal(reply, Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Text);
    }

    [Fact]
    public async Task A_shared_token_that_expired_is_tried_again_by_an_app_that_starts_with_a_new_one()
    {
        await using var meta = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var expired = await AppProcess.StartAsync(meta.Database, Cancel, settings: new Dictionary<string, string>
        {
            ["WhatsApp__GraphBaseUrl"] = new Uri(meta.App.Site, "/simulator/graph").ToString(),
            ["WhatsApp__AccessToken"] = "expired-token",
        });
        var id = await meta.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);
        await WaitUntil.TrueAsync("the owner is told", async () => await AttentionAsync(meta) is not null, Cancel);
        await expired.KillAsync(Cancel);

        await using var renewed = await meta.JoinAsync(Cancel);
        await meta.Database.WaitForStatusAsync(id, "read", Cancel);

        Assert.Null(await AttentionAsync(meta));
    }

    /// <summary>As after a backup that came without the key ring.</summary>
    [Fact]
    public async Task A_token_that_nothing_can_read_any_more_is_asked_for_again()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Database.ExecuteAsync(Actor.Superuser, "update business_channel_settings set access_token_protected = 'lost' where wa_phone_number_id = $1",
            Cancel, Cast.MamaNjeri.PhoneNumberId);
        var id = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel);

        await WaitUntil.TrueAsync("the owner is told", async () => await AttentionAsync(shop) is not null, Cancel);
        Assert.Equal("queued", (await shop.Database.RowAsync(id, Cancel)).Status);
        await GiveTokenAsync(shop, "simulator-token");

        await shop.Database.WaitForStatusAsync(id, "read", Cancel);
    }

    private static async Task GiveTokenAsync(Outbound shop, string token, StoreCast? store = null)
    {
        var number = (store ?? Cast.MamaNjeri).PhoneNumberId;
        var storeId = await shop.Database.ValueAsync<Guid>(
            Actor.Superuser, "select store_id from business_channel_settings where wa_phone_number_id = $1", Cancel, number);
        var text = shop.App.Services.GetRequiredService<ChannelSecrets>().ProtectAccessToken(storeId, token);
        await shop.Database.ExecuteAsync(
            Actor.Superuser, "update business_channel_settings set access_token_protected = $2 where wa_phone_number_id = $1", Cancel, number, text);
    }

    private static async Task<string?> AttentionAsync(Outbound shop) => (await shop.Database.ListAsync<string>(Actor.Superuser,
        "select attention_reason from business_channel_settings where wa_phone_number_id = $1 and attention_reason is not null",
        Cancel, Cast.MamaNjeri.PhoneNumberId)).SingleOrDefault();
}
