using System.Collections.Concurrent;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Live;

public sealed class LiveFeedTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_change_reaches_who_watches_its_store_and_nobody_after_they_left()
    {
        var feed = new LiveFeed();
        var updates = new LiveUpdates(feed);
        List<StoreChange> mine = [], others = [];
        using var other = feed.Subscribe(Cast.NakatoFresh.Id, others.Add);
        var change = new StoreChange(Cast.MamaNjeri.Id, ChangeKind.Order, Guid.NewGuid());

        using (feed.Subscribe(Cast.MamaNjeri.Id, mine.Add))
        {
            updates.Publish([change]);
        }

        updates.Publish([change]);
        Assert.Equal([change], mine);
        Assert.Empty(others);
    }

    [Fact]
    public async Task The_store_hears_of_the_question_the_reply_and_its_ticks_and_another_store_of_nothing()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var heard = new ConcurrentQueue<StoreChange>();
        var foreign = new ConcurrentQueue<StoreChange>();
        var feed = shop.App.Services.GetRequiredService<LiveFeed>();
        using var mine = feed.Subscribe(await StoreIdAsync(shop, Cast.MamaNjeri), heard.Enqueue);
        using var other = feed.Subscribe(await StoreIdAsync(shop, Cast.NakatoFresh), foreign.Enqueue);

        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);
        await shop.Database.WaitForStatusAsync((await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel))[0].LogId, "read", Cancel);

        var conversation = await shop.Database.ValueAsync<Guid>(Actor.Superuser, "select id from conversations", Cancel);
        await WaitUntil.TrueAsync("the read tick is heard", () => Task.FromResult(heard.Count(change => change.Kind == ChangeKind.Conversation) >= 4), Cancel);
        Assert.All(heard.Where(change => change.Kind == ChangeKind.Conversation), change => Assert.Equal(conversation, change.Id));
        Assert.Empty(foreign);
    }

    private static Task<Guid> StoreIdAsync(Outbound shop, StoreCast store) =>
        shop.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = $1", Cancel, store.Slug);
}
