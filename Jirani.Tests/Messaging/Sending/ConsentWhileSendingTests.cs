using Jirani.Infrastructure.Messaging;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Messaging.Sending;

public sealed class ConsentWhileSendingTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The invariants at the end say that nothing began after the STOP.</summary>
    [Fact]
    public async Task STOP_ends_a_queue_that_is_being_sent_and_only_its_confirmation_follows()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var ids = await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, each: 40);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 3, Cancel);

        var confirmation = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "STOP", Cancel);
        await WaitUntil.TrueAsync(
            "the confirmation is sent",
            async () => (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Any(message => message.Text == confirmation), Cancel);

        var taken = await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel);
        Assert.Equal(confirmation, taken[^1].Text);
        Assert.Equal("opted_out", (await shop.Database.WaitForStatusAsync(ids[^1], "failed", Cancel)).ErrorMessage);
        Assert.Equal(ids.Count - taken.Count + 1, await shop.Database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from messaging_log where error_message = 'opted_out'", Cancel));
    }

    [Fact]
    public async Task STOPs_of_many_customers_race_a_broadcast_and_win_where_they_come_first()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var phones = Outgoing.Phones(60);
        await shop.Database.QueueAsync(Cast.MamaNjeri, phones, Cancel, each: 3);

        await Task.WhenAll(phones.Take(30).Select(phone => shop.App.SendTextAsync(Cast.MamaNjeri, phone, "STOP", Cancel)));
        await WaitUntil.TrueAsync("nothing waits any more", async () => await shop.Database.ValueAsync<long>(Actor.Superuser,
            "select count(*) from messaging_log where due_at is not null", Cancel) == 0, TimeSpan.FromSeconds(40), Cancel);

        var taken = await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel);
        Assert.All(phones.Skip(30), phone => Assert.Equal(3, taken.Count(message => message.To == phone)));
        Assert.All(phones.Take(30), phone => Assert.InRange(taken.Count(message => message.To == phone), 1, 4));
    }

    [Fact]
    public async Task To_who_opted_out_only_what_they_asked_for_goes()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var confirmation = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "STOP", Cancel);
        var order = await shop.Database.QueueOneAsync(Cast.MamaNjeri, Cancel, purpose: "order");

        var help = await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        Assert.Equal("opted_out", (await shop.Database.WaitForStatusAsync(order, "failed", Cancel)).ErrorMessage);
        Assert.Equal([confirmation, help], (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Select(taken => taken.Text));
    }

    /// <summary>The sender puts a message off at the moment in which STOP ends it.</summary>
    [Fact]
    public async Task What_STOP_ended_does_not_wait_again()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var id = Assert.Single(await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, dueIn: TimeSpan.FromHours(1)));
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "STOP", Cancel);

        await shop.App.Services.GetRequiredService<SendingLog>().PostponeAsync([(id, DateTimeOffset.UtcNow)], Cancel);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "START", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        Assert.Null((await shop.Database.RowAsync(id, Cancel)).DueAt);
        Assert.DoesNotContain(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel), taken => taken.LogId == id);
    }

    [Theory]
    [InlineData(4, "failed")]
    [InlineData(7, "read")]
    public async Task Five_minutes_before_the_24_hours_are_over_nothing_is_sent_any_more(int minutesLeft, string status)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var id = Assert.Single(await shop.Database.QueueAsync(Cast.MamaNjeri, [Cast.Otieno], Cancel, dueIn: TimeSpan.FromHours(1)));
        await shop.Database.ExecuteAsync(Actor.Superuser, "update conversations set window_until = now() + make_interval(mins => $1)", Cancel, minutesLeft);

        await shop.Database.HurryAsync(id, Cancel);
        var row = await shop.Database.WaitForStatusAsync(id, status, Cancel);

        Assert.Equal(
            status == "read" ? null : "Not sent. More than 24 hours since the customer wrote; they have to write first.", row.ErrorMessage);
        Assert.Equal(status == "read" ? 1 : 0, (await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Count);
    }
}
