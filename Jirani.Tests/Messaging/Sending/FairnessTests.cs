using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class FairnessTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>3,000 messages are more than half a minute of one number's work; five questions and answers are not.</summary>
    [Fact]
    public async Task A_big_backlog_of_one_store_does_not_hold_up_the_replies_of_another()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(600), Cancel, each: 5);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 100, Cancel);
        var before = (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count;

        foreach (var question in Enumerable.Range(1, 5))
        {
            await shop.App.AskAsync(Cast.NakatoFresh, Cast.Achieng, "HELP", Cancel);
            await shop.Meta.WaitForAsync(Cast.NakatoFresh, question, Cancel);
        }

        Assert.InRange((await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count - before, 1, 1000);
    }
}
