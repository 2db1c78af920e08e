using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

public sealed class ReplyLoopTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A bot that says back whatever it hears: the hint is not repeated, so there is nothing more to say back.</summary>
    [Fact]
    public async Task A_bot_that_echoes_every_reply_soon_hears_nothing_more()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var said = "Good day, how may I assist you";

        for (var turn = 1; turn <= 5 && said is not null; turn++)
        {
            await shop.App.WaitUntilProcessedAsync(await shop.App.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, said, Cancel), Cancel);
            said = (await RepliesAsync(shop)).ElementAtOrDefault(turn - 1);
        }

        Assert.Null(said);
    }

    /// <summary>A bot whose every message is a command: the limit of thirty in a minute ends it.</summary>
    [Fact]
    public async Task A_bot_that_only_writes_commands_is_answered_thirty_one_times_and_told_once()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);

        for (var turn = 0; turn < 40; turn++)
        {
            await shop.App.WaitUntilProcessedAsync(await shop.App.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "CART", Cancel), Cancel);
        }

        Assert.Equal(32, (await RepliesAsync(shop)).Count);
    }

    private static Task<IReadOnlyList<string>> RepliesAsync(Outbound shop) => shop.Database.ListAsync<string>(
        Actor.Superuser, "select message_payload #>> '{text,body}' from messaging_log where message_type <> 'inbound' order by id", Cancel);
}
