using System.Threading.Channels;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The stores that have something to send.</summary>
public sealed class SendingTurns
{
    private readonly Channel<Guid> _stores = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    internal ChannelReader<Guid> Stores => _stores.Reader;

    internal void Wake(IEnumerable<Guid> storeIds)
    {
        foreach (var storeId in storeIds.Distinct())
        {
            _stores.Writer.TryWrite(storeId);
        }
    }
}
