using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;
using Jirani.Web.Live;

namespace Jirani.Tests.Live;

public sealed class PendingChangesTests
{
    private static readonly Guid _store = Cast.MamaNjeri.Id;

    private readonly PendingChanges _pending = new();

    [Fact]
    public void What_changes_a_thousand_times_before_it_is_told_is_told_once()
    {
        var order = Guid.NewGuid();

        for (var change = 0; change < 1_000; change++)
        {
            _pending.Add(new StoreChange(_store, ChangeKind.Order, order));
        }

        Assert.Equal([new HeardChange(_store, "order", order)], _pending.Take().Changes);
        Assert.Empty(_pending.Take().Changes);
    }

    [Fact]
    public void However_much_changes_it_stays_small_and_says_so()
    {
        var order = Guid.NewGuid();
        _pending.Add(new StoreChange(_store, ChangeKind.Order, order));
        AddMany(ChangeKind.Product, 100_000);

        AddMany(ChangeKind.Cart, 100_000);

        var told = _pending.Take().Changes;
        Assert.InRange(told.Count, 3, PendingChanges.MostSubjects + 1);
        Assert.Contains(new HeardChange(_store, "product", null), told);
        Assert.Contains(new HeardChange(_store, "cart", null), told);
        Assert.Contains(new HeardChange(_store, "order", order), told);
    }

    [Fact]
    public void What_was_told_as_many_is_told_one_by_one_the_next_time()
    {
        AddMany(ChangeKind.Product, 1_000);
        _pending.Take();
        var product = Guid.NewGuid();

        _pending.Add(new StoreChange(_store, ChangeKind.Product, product));

        Assert.Equal([new HeardChange(_store, "product", product)], _pending.Take().Changes);
    }

    [Fact]
    public void Of_a_store_that_ended_only_the_end_is_told_and_once()
    {
        AddMany(ChangeKind.Product, 10);

        _pending.Drop(_store, isToBeTold: true);

        var told = _pending.Take();
        Assert.Equal([_store], told.Ended);
        Assert.Empty(told.Changes);
        Assert.Empty(_pending.Take().Ended);
    }

    private void AddMany(ChangeKind kind, int count)
    {
        for (var change = 0; change < count; change++)
        {
            _pending.Add(new StoreChange(_store, kind, Guid.NewGuid()));
        }
    }
}
