namespace Jirani.Infrastructure.Payments;

/// <summary>Carries out what a person decided about money in review.</summary>
public sealed class ReviewService
{
    /// <returns>Null when it is done; else a sentence why not.</returns>
    public Task<string?> ReopenAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) =>
        Task.FromException<string?>(new NotSupportedException($"{GetType().Name}: {ownerId} {paymentId} {cancellationToken.IsCancellationRequested}"));

    /// <returns>Null when it is under way; else a sentence why not.</returns>
    public Task<string?> GiveBackAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) =>
        Task.FromException<string?>(new NotSupportedException($"{GetType().Name}: {ownerId} {paymentId} {cancellationToken.IsCancellationRequested}"));
}
