using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;

namespace Jirani.Infrastructure.Payments;

/// <summary>Says after a commit what money changed, to the screens and to whoever sends what the customer is told.</summary>
public sealed class PaymentNews(LiveUpdates live, SendingTurns sending)
{
    internal void Changed(Guid storeId, Guid orderId, Guid paymentId)
    {
        live.Publish([new StoreChange(storeId, ChangeKind.Payment, paymentId), new StoreChange(storeId, ChangeKind.Order, orderId)]);
        sending.Wake([storeId]);
    }
}
