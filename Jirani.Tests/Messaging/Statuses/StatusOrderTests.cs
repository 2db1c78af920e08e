using System.Net;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Statuses;

public sealed class StatusOrderTests(PostgresFixture postgres)
{
    private static readonly string[] _ranked = ["sent", "failed", "delivered", "read"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All 24 orders, each status posted alone and twice, half of them in one second.</summary>
    [Fact]
    public async Task In_whatever_order_statuses_come_the_message_only_moves_up_and_each_is_kept_once()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var orders = Orders(_ranked).ToArray();
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "no_statuses", times = orders.Length });
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, Outgoing.Phones(orders.Length), Cancel);

        await Parallel.ForEachAsync(Enumerable.Range(0, orders.Length), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel },
            async (n, _) => await WalkAsync(shop, ids[n], orders[n], TimeSpan.FromSeconds(n % 2)));
    }

    [Fact]
    public async Task Statuses_that_arrive_together_count_as_if_they_came_one_by_one()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var row = await SentAsync(shop);
        var now = DateTimeOffset.UtcNow;

        var statuses = Orders(_ranked).SelectMany(order => order).Select(status => SignedStatus.Of(row.WhatsappMessageId!, status, now, row.Id, Code(status)));
        await PostAsync(shop, [.. statuses]);

        var after = await shop.Database.RowAsync(row.Id, Cancel);
        Assert.Equal(("read", null), (after.Status, after.ErrorMessage));
        Assert.Equal(4, (await EventsAsync(shop, row.Id)).Count);
    }

    [Fact]
    public async Task A_failed_message_tells_why_and_one_that_arrives_after_all_does_not()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var row = await SentAsync(shop);

        await PostAsync(shop, SignedStatus.Of(row.WhatsappMessageId!, "failed", DateTimeOffset.UtcNow, row.Id, 131047));
        var failed = await shop.Database.RowAsync(row.Id, Cancel);
        await PostAsync(shop, SignedStatus.Of(row.WhatsappMessageId!, "delivered", DateTimeOffset.UtcNow, row.Id));
        var delivered = await shop.Database.RowAsync(row.Id, Cancel);

        Assert.Equal(("failed", null), (failed.Status, failed.DueAt));
        Assert.Contains("(131047)", failed.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(("delivered", null), (delivered.Status, delivered.ErrorMessage));
        Assert.Contains("failed", await EventsAsync(shop, row.Id));
    }

    [Theory]
    [InlineData("played", "read")]
    [InlineData("warning", "sent")]
    [InlineData("queued", "sent")]
    public async Task Words_of_other_times_do_no_harm(string word, string expected)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var row = await SentAsync(shop);

        await PostAsync(shop, SignedStatus.Of(row.WhatsappMessageId!, word, DateTimeOffset.UtcNow, row.Id));

        Assert.Equal(expected, (await shop.Database.RowAsync(row.Id, Cancel)).Status);
    }

    [Fact]
    public async Task Another_store_moves_nothing_by_naming_our_message()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var row = await SentAsync(shop);

        var body = SignedStatus.Body(Cast.NakatoFresh, SignedStatus.Of(row.WhatsappMessageId!, "read", DateTimeOffset.UtcNow, row.Id));
        Assert.Equal(HttpStatusCode.OK, await shop.App.PostSignedAsync(body, Cancel));

        Assert.Equal("sent", (await shop.Database.RowAsync(row.Id, Cancel)).Status);
    }

    private static async Task WalkAsync(Outbound shop, long id, string[] order, TimeSpan apart)
    {
        var row = await shop.Database.WaitForStatusAsync(id, "sent", Cancel);
        var highest = "sent";
        var at = DateTimeOffset.UtcNow;
        foreach (var status in order)
        {
            at += apart;
            var said = SignedStatus.Of(row.WhatsappMessageId!, status, at, id, Code(status));
            await PostAsync(shop, said);
            await PostAsync(shop, said);
            highest = Array.IndexOf(_ranked, status) > Array.IndexOf(_ranked, highest) ? status : highest;
            Assert.Equal((string.Join(',', order), highest), (string.Join(',', order), (await shop.Database.RowAsync(id, Cancel)).Status));
        }

        Assert.Equal(_ranked.Order(), (await EventsAsync(shop, id)).Distinct().Order());
    }

    private static async Task<LogRow> SentAsync(Outbound shop)
    {
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "no_statuses" });
        return await shop.Database.WaitForStatusAsync(await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel), "sent", Cancel);
    }

    private static async Task PostAsync(Outbound shop, params object[] statuses) =>
        Assert.Equal(HttpStatusCode.OK, await shop.App.PostSignedAsync(SignedStatus.Body(Cast.MamaNjeri, statuses), Cancel));

    private static int? Code(string status) => status == "failed" ? 131026 : null;

    private static Task<IReadOnlyList<string>> EventsAsync(Outbound shop, long id) =>
        shop.Database.ListAsync<string>(Actor.Superuser, "select distinct status from message_status_events where message_id = $1", Cancel, id);

    private static IEnumerable<string[]> Orders(string[] words) => words.Length == 1
        ? [words]
        : words.SelectMany(first => Orders([.. words.Where(word => word != first)]).Select(rest => (string[])[first, .. rest]));
}
