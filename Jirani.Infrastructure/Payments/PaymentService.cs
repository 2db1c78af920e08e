namespace Jirani.Infrastructure.Payments;

/// <summary>Begins to be paid for an order. The row is committed before the provider hears of it.</summary>
public sealed class PaymentService(OrderLock orders, PaymentStarter starter, PaymentNews news)
{
    /// <param name="orderId">Found before under the caller's own rights.</param>
    /// <param name="choice">As it came.</param>
    /// <param name="cancellationToken">Ends waiting for the database: an attempt that was begun stays and is followed.</param>
    public async Task<PaymentStart> StartAsync(Guid orderId, PayerChoice choice, CancellationToken cancellationToken)
    {
        var attempt = await orders.HoldAsync(orderId, (locked, batch) =>
            (locked.StoreId, Opened: OpenedAttempt.Open(locked, batch, choice, starter.GatewayAsks)), cancellationToken);
        if (attempt.Opened is not { } opened)
        {
            return new PaymentStart.NoSuchOrder();
        }

        if (opened.Request is not { } request)
        {
            return opened.Answer!;
        }

        news.Changed(attempt.StoreId, orderId, request.AttemptId);
        return await starter.StartAsync(orderId, request, isFromChat: false, cancellationToken);
    }
}
