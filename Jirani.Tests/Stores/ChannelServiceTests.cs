using Jirani.Domain;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

/// <summary>An owner connects and tests a number from the settings, against the emulated Graph.</summary>
public sealed class ChannelServiceTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_store_is_connected_tested_and_seen_live()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);
        var heard = new List<StoreChange>();
        using var subscription = app.Services.GetRequiredService<LiveFeed>().Subscribe(store, heard.Add);

        Assert.IsType<ChannelConnectionOutcome.Connected>(await ConnectAsync(app, owner, store, NewShop.PhoneNumberId, NewShop.Number, NewShop.Token));
        Assert.Equal("", await DoAsync(app, service => service.TestAsync(owner, store, Cancel)));
        Assert.Equal("", await DoAsync(app, service => service.SubscribeAsync(owner, store, "900000000000001", Cancel)));

        var channel = await ViewAsync(app, owner, store);
        Assert.NotNull(channel!.VerifiedAt);
        Assert.Equal((true, false, null, null), (channel.HasAccessToken, channel.HasOwnApp, channel.TokenFault, channel.TokenExpiresAt));
        Assert.NotNull(channel.TokenCheckedAt);
        Assert.Contains(heard, change => change.Kind == ChangeKind.Channel);
    }

    [Fact]
    public async Task An_empty_token_keeps_the_one_there_is()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);
        await ConnectAsync(app, owner, store, NewShop.PhoneNumberId, NewShop.Number, NewShop.Token);

        Assert.IsType<ChannelConnectionOutcome.Connected>(await ConnectAsync(app, owner, store, NewShop.PhoneNumberId, NewShop.Number, ""));
    }

    [Fact]
    public async Task Without_a_token_of_its_own_a_store_proves_nothing_by_the_token_that_all_share()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);

        Assert.IsType<ChannelConnectionOutcome.UnusableCredentials>(await ConnectAsync(app, owner, store, NewShop.PhoneNumberId, NewShop.Number, ""));
        Assert.Equal(0, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Fact]
    public async Task A_number_that_another_store_has_proved_is_refused_with_the_reason()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);
        var display = await app.Database.ValueAsync<string>(Actor.Superuser,
            "select channel_identifier from business_channel_settings where wa_phone_number_id = $1", Cancel, Cast.MamaNjeri.PhoneNumberId);

        var outcome = await ConnectAsync(app, owner, store, Cast.MamaNjeri.PhoneNumberId, display, NewShop.Token);

        Assert.IsType<ChannelConnectionOutcome.NumberOfAnotherStore>(outcome);
        Assert.Equal(0, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Fact]
    public async Task A_wrong_token_changes_nothing()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);

        Assert.IsType<ChannelConnectionOutcome.NotProved>(await ConnectAsync(app, owner, store, NewShop.PhoneNumberId, NewShop.Number, "a-wrong-token-of-mine"));
        Assert.Equal(0, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("agent")]
    public async Task Managers_and_agents_see_the_channel_and_change_nothing(string role)
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (_, store) = await OwnerOfAsync(app, NewShop.Described.Slug);
        var person = Guid.NewGuid();
        await app.Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, $3)", Cancel, store, person, role);

        Assert.False((await ViewAsync(app, person, store))!.MayWrite);
        await AssertRefusedAsync(app, person, store);
    }

    [Fact]
    public async Task Another_stores_channel_is_not_there()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (_, store) = await OwnerOfAsync(app, NewShop.Described.Slug);
        var (njeri, _) = await OwnerOfAsync(app, Cast.MamaNjeri.Slug);

        Assert.Null(await ViewAsync(app, njeri, store));
        await AssertRefusedAsync(app, njeri, store);
    }

    [Fact]
    public async Task A_verify_token_made_here_is_known_at_the_handshake_which_is_remembered()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, NewShop.Described.Slug);

        var token = await DoAsync(app, service => service.NewVerifyTokenAsync(owner, store, Cancel));
        Assert.Null((await ViewAsync(app, owner, store))!.LastHandshakeAt);
        var answer = await app.Client.GetStringAsync($"/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=42&hub.verify_token={token}", Cancel);

        Assert.Equal("42", answer);
        Assert.NotNull((await ViewAsync(app, owner, store))!.LastHandshakeAt);
        Assert.Null((await ViewAsync(app, (await OwnerOfAsync(app, Cast.MamaNjeri.Slug)).Owner, (await OwnerOfAsync(app, Cast.MamaNjeri.Slug)).Store))!.LastHandshakeAt);
    }

    [Fact]
    public async Task What_came_and_what_arrived_last_is_known()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await OwnerOfAsync(app, Cast.MamaNjeri.Slug);
        var before = await ViewAsync(app, owner, store);
        Assert.Equal((null, null), (before!.LastWebhookAt, before.LastDeliveryAt));

        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await WaitUntil.TrueAsync("the reply arrived", async () => (await ViewAsync(app, owner, store))!.LastDeliveryAt is not null, Cancel);

        Assert.NotNull((await ViewAsync(app, owner, store))!.LastWebhookAt);
    }

    private static async Task AssertRefusedAsync(JiraniApp app, Guid person, Guid store)
    {
        Assert.Null(await ConnectAsync(app, person, store, NewShop.PhoneNumberId, NewShop.Number, NewShop.Token));
        Assert.Null(await DoAsync(app, service => service.TestAsync(person, store, Cancel)));
        Assert.Null(await DoAsync(app, service => service.NewVerifyTokenAsync(person, store, Cancel)));
        Assert.Null(await DoAsync(app, service => service.SubscribeAsync(person, store, "900000000000001", Cancel)));
        Assert.Equal(0, await NewShop.ChannelsAsync(app, Cancel));
    }

    private static async Task<ChannelConnectionOutcome?> ConnectAsync(JiraniApp app, Guid owner, Guid store, string phoneNumberId, string number, string token)
    {
        Assert.True(PhoneNumber.TryParse($"+{number.TrimStart('+')}", out var parsed));
        return await DoAsync(app, service => service.ConnectAsync(owner, store, phoneNumberId, parsed, new ChannelCredentials { AccessToken = token }, Cancel));
    }

    private static async Task<T> DoAsync<T>(JiraniApp app, Func<ChannelService, Task<T>> deed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await deed(scope.ServiceProvider.GetRequiredService<ChannelService>());
    }

    private static Task<ChannelView?> ViewAsync(JiraniApp app, Guid person, Guid store) =>
        app.Services.GetRequiredService<ChannelQueries>().OfStoreAsync(person, store, Cancel);

    private static async Task<(Guid Owner, Guid Store)> OwnerOfAsync(JiraniApp app, string slug) => (
        await app.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, slug),
        await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = $1", Cancel, slug));
}
