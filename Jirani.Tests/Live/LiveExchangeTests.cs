using System.Collections.Concurrent;
using System.Text;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Live;

public sealed class LiveExchangeTests(PostgresFixture postgres)
{
    private static readonly Guid _here = Guid.NewGuid();
    private static readonly Guid _there = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void However_many_changes_a_notice_carries_fits_into_its_payload_and_is_read_back()
    {
        StoreChange[] changes = [.. Enumerable.Range(0, 1000).Select(n => new StoreChange(Guid.NewGuid(), (ChangeKind)(n % 8), Guid.NewGuid()))];

        var notices = ChangeNotice.Write(_there, changes).ToArray();

        Assert.All(notices, notice => Assert.InRange(Encoding.UTF8.GetByteCount(notice), 1, 7999));
        Assert.Equal(changes, notices.SelectMany(notice => ChangeNotice.Read(_here, notice)));
        Assert.Empty(notices.SelectMany(notice => ChangeNotice.Read(_there, notice)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("nobody;")]
    [InlineData("nobody;0:1:2,,99:0:0")]
    [InlineData("nobody;99:00000000000000000000000000000001:00000000000000000000000000000002")]
    public void What_others_write_into_the_channel_is_nothing(string payload) => Assert.Empty(ChangeNotice.Read(_here, payload));

    /// <summary>No row stands behind this notice, so that nothing but the notice can tell of it.</summary>
    [Fact]
    public async Task What_another_instance_tells_is_heard_here_and_rubbish_does_not_end_the_listening()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var change = new StoreChange(Guid.NewGuid(), ChangeKind.Order, Guid.NewGuid());
        var heard = new ConcurrentQueue<StoreChange>();
        using var mine = app.Services.GetRequiredService<LiveFeed>().Subscribe(change.StoreId, heard.Enqueue);

        await WaitUntil.TrueAsync("it is heard", async () =>
        {
            await NotifyAsync(app, "rubbish");
            await NotifyAsync(app, Assert.Single(ChangeNotice.Write(_there, [change])));
            return !heard.IsEmpty;
        }, Cancel);

        Assert.All(heard, told => Assert.Equal(change, told));
    }

    [Fact]
    public async Task A_message_that_another_instance_took_shows_here()
    {
        await using var here = await Outbound.StartWithoutSenderAsync(postgres, Cancel);
        await using var there = await here.JoinAsync(Cancel);
        var storeId = await here.Database.ValueAsync<Guid>(
            Actor.Superuser, "select id from store_settings where store_slug = $1", Cancel, Cast.MamaNjeri.Slug);
        var heard = new ConcurrentQueue<StoreChange>();
        using var mine = here.App.Services.GetRequiredService<LiveFeed>().Subscribe(storeId, heard.Enqueue);

        using var request = SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "HELP"));
        using var answer = await there.Client.SendAsync(request, Cancel);

        await WaitUntil.TrueAsync("it is heard", () => Task.FromResult(heard.Any(change => change.Kind == ChangeKind.Conversation)), Cancel);
    }

    private static Task<int> NotifyAsync(JiraniApp app, string payload) =>
        app.Database.ExecuteAsync(Actor.Superuser, "select pg_notify($1, $2)", Cancel, ChangeNotice.Channel, payload);
}
