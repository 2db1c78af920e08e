using System.Net;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;
using Jirani.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Jirani.Tests.Live;

public sealed class DashboardHubTests(PostgresFixture postgres) : HubTest(postgres)
{
    [Fact]
    public async Task A_member_hears_of_a_customers_message_by_its_ids_and_nothing_of_another_store()
    {
        var storeId = await StoreIdAsync(Cast.MamaNjeri);
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(storeId, Cancel);

        await App.AskAsync(Cast.NakatoFresh, Cast.Achieng, "HELP", Cancel);
        await App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);

        var conversation = await App.Database.ValueAsync<Guid>(Actor.Superuser, "select id from conversations where store_id = $1", Cancel, storeId);
        await client.HearsAsync(change => change == new HeardChange(storeId, "conversation", conversation), Cancel);
        Assert.All(client.Heard, change => Assert.Equal(storeId, change.StoreId));
    }

    [Fact]
    public async Task The_caller_is_told_their_own_stores()
    {
        await using var client = await ConnectAsync();

        var stores = await client.Connection.InvokeAsync<HeardStore[]>("Stores", Cancel);

        Assert.Equal([new HeardStore(await StoreIdAsync(Cast.MamaNjeri), "mama-njeri", "Mama Njeri")], stores);
    }

    [Fact]
    public async Task Another_store_is_refused_in_the_words_for_one_that_is_not_there()
    {
        var foreign = await StoreIdAsync(Cast.NakatoFresh);
        await using var client = await ConnectAsync();

        var refused = await Assert.ThrowsAsync<HubException>(() => client.SubscribeAsync(foreign, Cancel));
        var absent = await Assert.ThrowsAsync<HubException>(() => client.SubscribeAsync(Guid.NewGuid(), Cancel));

        Assert.Equal(absent.Message, refused.Message);
        Assert.Contains("no such store among yours", refused.Message, StringComparison.Ordinal);
        Publish(foreign, ChangeKind.Order);
        await SubscribeAndHearAsync(client);
        Assert.DoesNotContain(client.Heard, change => change.StoreId == foreign);
    }

    [Fact]
    public async Task Whoever_unsubscribed_hears_nothing_more()
    {
        await using var client = await ConnectAsync();
        var storeId = await SubscribeAndHearAsync(client);

        await client.Connection.InvokeAsync("Unsubscribe", storeId, Cancel);
        var missed = Publish(storeId, ChangeKind.Order);

        await SubscribeAndHearAsync(client);
        Assert.DoesNotContain(client.Heard, change => change.SubjectId == missed);
        Assert.Empty(client.Ended);
    }

    [Fact]
    public async Task A_role_that_may_not_read_payments_does_not_hear_of_them()
    {
        var storeId = await StoreIdAsync(Cast.NakatoFresh);
        await App.Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, 'agent')",
            Cancel, storeId, await OwnerIdAsync(Cast.MamaNjeri));
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(storeId, Cancel);

        var payment = Publish(storeId, ChangeKind.Payment);
        foreach (var kind in Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.Payment))
        {
            var heard = Publish(storeId, kind);
            await client.HearsAsync(change => change.SubjectId == heard, Cancel);
        }

        Assert.DoesNotContain(client.Heard, change => change.SubjectId == payment);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_refused()
    {
        using var answer = await App.Client.PostAsync("/hubs/dashboard/negotiate?negotiateVersion=1", null, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_connection_too_many_is_closed_and_one_that_ends_makes_room()
    {
        List<HubClient> clients = [];
        for (var count = 0; count < DashboardListeners.MostOfAnOwner; count++)
        {
            clients.Add(await ConnectAsync());
        }

        await using var tooMany = await ConnectAsync();
        Assert.Contains("close one first", (await tooMany.Closed)?.Message, StringComparison.Ordinal);
        await clients[0].DisposeAsync();
        await WaitUntil.TrueAsync("there is room again", async () =>
        {
            await using var next = await ConnectAsync();
            return await Record.ExceptionAsync(() => SubscribeAndHearAsync(next)) is null;
        }, Cancel);

        foreach (var client in clients)
        {
            Assert.Equal(client != clients[0], client.IsOpen);
            await client.DisposeAsync();
        }
    }

    private async Task<Guid> SubscribeAndHearAsync(HubClient client)
    {
        var storeId = await StoreIdAsync(Cast.MamaNjeri);
        await client.SubscribeAsync(storeId, Cancel);
        var order = Publish(storeId, ChangeKind.Order);
        await client.HearsAsync(change => change == new HeardChange(storeId, "order", order), Cancel);
        return storeId;
    }
}
