using System.Threading.Channels;

namespace Jirani.Infrastructure.Live;

/// <summary>Where a service says, right after its commit, what it changed: at once to this process, soon to the other instances.</summary>
public sealed class LiveUpdates(LiveFeed feed)
{
    /// <summary>Losing the oldest is harmless: every instance also reads what changed since its cursor.</summary>
    private readonly Channel<StoreChange> _outgoing = Channel.CreateBounded<StoreChange>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    internal ChannelReader<StoreChange> Outgoing => _outgoing.Reader;

    public void Publish(IEnumerable<StoreChange> changes)
    {
        foreach (var change in changes)
        {
            feed.Deliver(change);
            _outgoing.Writer.TryWrite(change);
        }
    }
}
