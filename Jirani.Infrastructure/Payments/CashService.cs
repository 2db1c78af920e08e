namespace Jirani.Infrastructure.Payments;

/// <summary>Takes cash for an order.</summary>
public sealed class CashService
{
    /// <returns>Null when it is done; else a sentence why not.</returns>
    public Task<string?> PayAsync(Guid ownerId, Guid orderId, CancellationToken cancellationToken) =>
        Task.FromException<string?>(new NotSupportedException($"{GetType().Name}: {ownerId} {orderId} {cancellationToken.IsCancellationRequested}"));
}
