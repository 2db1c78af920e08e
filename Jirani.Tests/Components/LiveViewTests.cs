using Bunit;
using Jirani.Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Components;

public sealed class LiveViewTests : ScreenTest
{
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly LiveFeed _feed = new();

    public LiveViewTests()
    {
        Services.AddSingleton(_feed);
        Services.AddSingleton<TimeProvider>(_clock);
    }

    [Fact]
    public void A_change_is_read_at_once()
    {
        var view = Render<CountingView>();

        Publish(CountingView.StoreId);

        view.WaitForAssertion(() => Assert.Equal(2, view.Instance.Reads));
    }

    [Fact]
    public async Task A_burst_is_read_twice_and_not_a_hundred_times()
    {
        var view = Render<CountingView>();

        for (var change = 0; change < 100; change++)
        {
            Publish(CountingView.StoreId);
        }

        await ReadsReachAsync(view.Instance, 2);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.InRange(view.Instance.Reads, 2, 3);
    }

    [Fact]
    public void Another_stores_change_and_another_kind_are_not_heard()
    {
        var view = Render<CountingView>();

        Publish(Guid.NewGuid());
        _feed.Deliver(new StoreChange(CountingView.StoreId, ChangeKind.Product, Guid.NewGuid()));

        Assert.Equal(1, view.Instance.Reads);
    }

    [Fact]
    public async Task What_changes_during_a_read_is_read_after_it()
    {
        var view = Render<CountingView>();
        view.Instance.WhileReading = () =>
        {
            view.Instance.WhileReading = null;
            Publish(CountingView.StoreId);
        };

        Publish(CountingView.StoreId);

        await ReadsReachAsync(view.Instance, 3);
    }

    [Fact]
    public async Task Each_minute_it_is_read_again_so_that_what_was_lost_does_not_stay_on_the_screen()
    {
        var view = Render<CountingView>();

        _clock.Advance(TimeSpan.FromMinutes(1));

        await ReadsReachAsync(view.Instance, 2);
    }

    [Fact]
    public async Task Reads_follow_one_another_so_that_an_older_one_is_never_shown_last()
    {
        var view = Render<CountingView>();
        var end = new TaskCompletionSource();
        view.Instance.Reading = () => end.Task;

        var both = Task.WhenAll(view.Instance.ReadAgainAsync(), view.Instance.ReadAgainAsync());
        Assert.Equal(2, view.Instance.Reads);
        end.SetResult();
        await both;

        Assert.Equal((3, 1), (view.Instance.Reads, view.Instance.MostAtOnce));
    }

    [Fact]
    public void Nothing_is_read_after_the_screen_is_gone()
    {
        var view = Render<CountingView>().Instance;

        view.Dispose();
        Publish(CountingView.StoreId);
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, view.Reads);
    }

    /// <summary>The clock moves with each look: nobody can tell when the screen began to wait on it.</summary>
    private Task ReadsReachAsync(CountingView view, int reads) => Support.WaitUntil.TrueAsync($"{reads} reads", () =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        return Task.FromResult(view.Reads >= reads);
    }, Xunit.TestContext.Current.CancellationToken);

    private void Publish(Guid storeId) => _feed.Deliver(new StoreChange(storeId, ChangeKind.Conversation, Guid.NewGuid()));
}
