using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;

namespace Jirani.Tests.Stores;

public sealed class ChannelConnectionTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_that_Meta_shows_to_the_token_is_connected_and_answers()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var connected = Assert.IsType<ChannelConnectionOutcome.Connected>(await NewShop.ConnectAsync(app, Cancel));

        Assert.False(connected.HasOwnApp);
        Assert.Contains("empty", await app.AskAsync(NewShop.Cast, Cast.Otieno, "CART", Cancel), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_that_Meta_refuses_connects_nothing()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var outcome = await NewShop.ConnectAsync(app, Cancel, new ChannelCredentials { AccessToken = "somebody-elses-token" });

        Assert.Equal(190, Assert.IsType<ChannelConnectionOutcome.NotProved>(outcome).Reason.Code);
        Assert.Equal(0L, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Fact]
    public async Task A_number_that_another_store_proved_connects_nothing()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var outcome = await NewShop.ConnectAsync(app, Cancel, phoneNumberId: Cast.MamaNjeri.PhoneNumberId, number: "254700000001");

        Assert.IsType<ChannelConnectionOutcome.NumberOfAnotherStore>(outcome);
        Assert.Equal(0L, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Fact]
    public async Task A_number_id_that_Meta_knows_by_another_number_connects_nothing()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var outcome = await NewShop.ConnectAsync(app, Cancel, number: "254711000334");

        Assert.Equal("+254711000333", Assert.IsType<ChannelConnectionOutcome.OtherNumber>(outcome).DisplayPhoneNumber);
        Assert.Equal(0L, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Fact]
    public async Task A_verify_token_is_made_once_and_answers_the_handshake()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var first = Assert.IsType<ChannelConnectionOutcome.Connected>(await NewShop.ConnectAsync(app, Cancel));
        var second = Assert.IsType<ChannelConnectionOutcome.Connected>(await NewShop.ConnectAsync(app, Cancel));

        Assert.Null(second.VerifyToken);
        Assert.Equal("123", await app.Client.GetStringAsync($"/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=123&hub.verify_token={first.VerifyToken}", Cancel));
    }

    [Fact]
    public async Task A_new_token_ends_the_trouble_of_the_old_one()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        await NewShop.ConnectAsync(app, Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, "update business_channel_settings set attention_reason = 'token refused' where wa_phone_number_id = $1",
            Cancel, NewShop.PhoneNumberId);

        await NewShop.ConnectAsync(app, Cancel);

        Assert.True(await app.Database.ValueAsync<bool>(Actor.Superuser,
            "select attention_reason is null and verified_at is not null from business_channel_settings where wa_phone_number_id = $1", Cancel, NewShop.PhoneNumberId));
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData(NewShop.Token, "short", null)]
    [InlineData(NewShop.Token, null, "two words")]
    [InlineData(NewShop.Token, null, "sha256:of-my-own")]
    public void Credentials_that_cannot_be_right_are_named(string token, string? appSecret, string? verifyToken) =>
        Assert.NotNull(new ChannelCredentials { AccessToken = token, AppSecret = appSecret, VerifyToken = verifyToken }.Fault());
}
