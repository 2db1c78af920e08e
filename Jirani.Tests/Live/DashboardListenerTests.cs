using System.Security.Claims;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;
using Jirani.Web.Live;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Live;

public sealed class DashboardListenerTests : IDisposable
{
    private static readonly Guid _store = Cast.MamaNjeri.Id;
    private static readonly HashSet<ChangeKind> _orders = [ChangeKind.Order];

    private readonly LiveFeed _feed = new();
    private readonly SlowClient _client = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly DashboardListener _listener;
    private bool _isHungUp;

    public DashboardListenerTests() =>
        _listener = new DashboardListener(new ClaimsPrincipal(), Cast.MamaNjeri.OwnerId, _client, () => _isHungUp = true, _feed, _clock);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_slow_client_holds_up_nobody_and_hears_the_rest_in_one_message()
    {
        _ = _listener.TellAsync();
        _listener.TryOpen(_store, _orders);
        DeliverMany(1);
        await _client.IsToldAsync(1);

        DeliverMany(50_000);
        _client.Read();
        await WaitUntil.TrueAsync("the rest is told", () =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            return Task.FromResult(_client.Told.Count == 2);
        }, TestContext.Current.CancellationToken);

        Assert.Equal([new HeardChange(_store, "order", null)], _client.Told[1]);
    }

    [Fact]
    public void One_connection_hears_so_many_stores_and_no_more()
    {
        for (var store = 0; store < DashboardListener.MostStores; store++)
        {
            Assert.True(_listener.TryOpen(Guid.NewGuid(), _orders));
        }

        Assert.False(_listener.TryOpen(_store, _orders));
        Assert.Equal(DashboardListener.MostStores, _feed.WatchedStores.Length);
    }

    [Fact]
    public void Once_it_is_gone_the_feed_knows_nothing_of_it()
    {
        _listener.TryOpen(_store, _orders);

        _listener.HangUp();

        Assert.True(_isHungUp);
        Assert.Empty(_feed.WatchedStores);
        Assert.False(_listener.TryOpen(_store, _orders));
        Assert.Empty(_feed.WatchedStores);
    }

    private void DeliverMany(int count)
    {
        for (var change = 0; change < count; change++)
        {
            _feed.Deliver(new StoreChange(_store, ChangeKind.Order, Guid.NewGuid()));
        }
    }
}
