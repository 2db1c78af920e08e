namespace Jirani.Infrastructure.Payments;

/// <summary>Begins to be paid for an order. The row is committed before the provider hears of it.</summary>
public sealed class PaymentService
{
    /// <param name="orderId">Found before under the caller's own rights.</param>
    /// <param name="choice">As it came.</param>
    /// <param name="cancellationToken">Ends waiting for the provider: the attempt stays and is followed.</param>
    public Task<PaymentStart> StartAsync(Guid orderId, PayerChoice choice, CancellationToken cancellationToken) =>
        Task.FromException<PaymentStart>(new NotSupportedException($"{GetType().Name} {orderId} {choice} {cancellationToken}"));
}
