using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;

namespace Jirani.Infrastructure.Orders;

/// <summary>Says after a commit which order moved, to the screens and to whoever sends what the customer is told.</summary>
public sealed class OrderNews(LiveUpdates live, SendingTurns sending)
{
    internal void Changed(Guid storeId, Guid orderId)
    {
        live.Publish([new StoreChange(storeId, ChangeKind.Order, orderId)]);
        sending.Wake([storeId]);
    }
}
