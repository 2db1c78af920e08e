namespace Jirani.Infrastructure.Messaging;

/// <summary>The oldest waiting message of one customer.</summary>
/// <param name="IsDue">False while it waits for its time, or for the answer to its call.</param>
/// <param name="EarlierStarts">When sends to this customer began, as far as the pair limit looks back.</param>
internal sealed record SendCandidate(long Id, Guid CustomerId, bool IsDue, DateTimeOffset[] EarlierStarts);
