namespace Jirani.Infrastructure.Payments;

/// <summary>Asks the provider about one payment, now.</summary>
public sealed class PaymentAskService
{
    /// <returns>Null when it is done; else a sentence why not.</returns>
    public Task<string?> AskAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) =>
        Task.FromException<string?>(new NotSupportedException($"{GetType().Name}: {ownerId} {paymentId} {cancellationToken.IsCancellationRequested}"));
}
